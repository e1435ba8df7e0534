package dev.qapi.mock.faults;

import dev.qapi.mock.wire.Wire;
import java.io.IOException;

/**
 * A call over a connection of its own.
 *
 * @param path what it is for, as {@link Target} reads it
 * @param headers further ones, each with its end of line
 */
record Call(int port, String path, String headers) {

    private static final int PATIENCE = 5_000;

    Call asking(String fault) {
        return new Call(port, path, "Qapi-Fault: " + fault + "\r\n");
    }

    Call to(String other) {
        return new Call(port, other, headers);
    }

    Call over(int otherPort) {
        return new Call(otherPort, path, headers);
    }

    String request() {
        return "GET /" + path + " HTTP/1.1\r\nHost: ehis.egov.test:" + port + "\r\nConnection: close\r\n" + headers
                + "\r\n";
    }

    Seen see() throws IOException {
        return see(PATIENCE);
    }

    /** @param patience milliseconds after which silence is silence */
    Seen see(int patience) throws IOException {
        try (var wire = Wire.to(port)) {
            return new Seen(wire.say(request()).hear(patience, Integer.MAX_VALUE));
        }
    }
}
