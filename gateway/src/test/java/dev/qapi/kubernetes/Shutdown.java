package dev.qapi.kubernetes;

/** How long a gateway that is told to stop may take. */
final class Shutdown {

    /** Boot's {@code spring.lifecycle.timeout-per-shutdown-phase}, which we leave as it is, for whoever is being answered. */
    private static final int ANSWERING = 30;

    private static final int LAST_OF_THE_AUDIT = 3;
    private static final int AIR = 10;

    static final int SECONDS = ANSWERING + LAST_OF_THE_AUDIT + AIR;

    private Shutdown() {}
}
