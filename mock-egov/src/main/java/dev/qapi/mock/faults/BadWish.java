package dev.qapi.mock.faults;

/** What was sent cannot even be read. */
final class BadWish extends RuntimeException {

    private final String field;

    /** @param field empty if it is all of it */
    BadWish(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
