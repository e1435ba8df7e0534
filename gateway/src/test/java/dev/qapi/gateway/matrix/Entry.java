package dev.qapi.gateway.matrix;

/** How somebody comes to be known to the gateway. */
enum Entry {
    /** A portal calls with an access token. */
    PORTAL("portal call"),
    /** A person is sent to the place where people log in. */
    START("login start"),
    /** They come back from there. */
    RETURN("login return"),
    /** They have been logged in for a while. */
    SESSION("running session");

    private final String words;

    Entry(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
