package dev.qapi.gateway.matrix;

/** Whose calls or guesses are counted. */
enum Counted {
    SOURCE("source"),
    PORTAL("portal"),
    TARGET("target");

    private final String words;

    Counted(String words) {
        this.words = words;
    }

    /** Beyond which there is nothing, by the word of all gateways together. */
    int whole() {
        return this == TARGET ? Callers.GUESSES : Callers.ALLOWED;
    }

    /** Of a gateway alone. */
    int share() {
        return whole() / Callers.GATEWAYS;
    }

    @Override
    public String toString() {
        return words;
    }
}
