package dev.qapi.eservice;

/** Who may be at the door. */
public enum Caller {
    /** Nobody we know: look-ups by matching factors only. */
    ANONYMOUS,
    /** A person logged in with myGov. */
    PERSON,
    /** A person logged in with myGov for a company. */
    EMPLOYER,
    /** A portal with a token of its own. */
    PORTAL,
    /** Somebody who runs the gateway. */
    OPERATOR
}
