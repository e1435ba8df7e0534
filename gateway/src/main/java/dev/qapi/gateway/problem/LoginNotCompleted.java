package dev.qapi.gateway.problem;

/** A login that came to no end of its own: interrupted, too late, answered twice, or not by whom it was begun. */
public final class LoginNotCompleted extends RuntimeException {

    public LoginNotCompleted() {
        super("login not completed", null, false, false);
    }
}
