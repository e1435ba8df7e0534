package dev.qapi.mock.faults;

/** A fault was asked for that cannot be played. */
public final class BadInjection extends RuntimeException {

    private final String field;

    BadInjection(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Which part of the wish is wrong. */
    public String field() {
        return field;
    }
}
