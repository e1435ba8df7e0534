package dev.qapi.eservice;

/** There is such a case, and nothing has been decided in it yet that could be handed out. */
public final class NotIssued extends RuntimeException {
    /** Says nothing of the case. */
    public NotIssued() {
        super("not issued", null, false, false);
    }
}
