package dev.qapi.mock.mygov;

/** Something else listens where the simulated myGov should. */
public final class MyGovPortInUse extends RuntimeException {

    private final int port;

    MyGovPortInUse(int port, Throwable cause) {
        super("Port " + port + ", for the simulated myGov, is taken.", cause);
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}
