package dev.qapi.mock.faults;

/** Where a fault acts. */
public enum Level {
    /** On connecting. */
    CONNECTION,
    /** On the handshake and the certificate. */
    TLS,
    /** On the name. */
    NAME,
    /** On the bytes of a reply. */
    WIRE,
    /** On status and headers. */
    STATUS,
    /** On what a reply says. */
    CONTENT,
    /** On one of several sources, in the way of another fault. */
    SOURCE;

    /** Whether nothing less than a whole system can be hit: nobody knows yet what is going to be asked. */
    boolean isOfSystemsOnly() {
        return this == TLS || this == NAME;
    }
}
