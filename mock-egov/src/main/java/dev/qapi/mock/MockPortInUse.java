package dev.qapi.mock;

/** Something else listens where the simulated government should. */
public final class MockPortInUse extends RuntimeException {

    private final int port;

    MockPortInUse(int port, Throwable cause) {
        super("Port " + port + ", for the simulated government, is taken.", cause);
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}
