package dev.qapi.mock;

/** Something else listens where a part of the simulated government should. */
public final class MockPortInUse extends RuntimeException {

    private final int first;

    /** @param first of the row of ports */
    MockPortInUse(int port, int first, Throwable cause) {
        super("Port " + port + ", for the simulated government, is taken.", cause);
        this.first = first;
    }

    /** The first of the row of ports, by which the whole row is moved. */
    public int first() {
        return first;
    }
}
