package dev.qapi.eservice;

/** It is for citizens of Azerbaijan alone, and whoever is logged in is, by the word of myGov, none. */
public final class NotACitizen extends RuntimeException {
    /** Says nothing of whose citizen they are. */
    public NotACitizen() {
        super("not a citizen", null, false, false);
    }
}
