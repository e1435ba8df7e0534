package dev.qapi.eservice;

/** Somebody else has changed it meanwhile: nothing was changed, and whoever wanted to has to look first. */
public final class Stale extends RuntimeException {

    /** Says nothing: what it is about is the caller's own. */
    public Stale() {
        super("stale", null, false, false);
    }
}
