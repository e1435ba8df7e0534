package dev.qapi.mock.wire;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** Accepts until its socket is closed. */
record Acceptor(ServerSocket server, Gate gate) implements Runnable {

    @FunctionalInterface
    interface Gate {
        void admit(Socket accepted) throws IOException;
    }

    @Override
    public void run() {
        while (!server.isClosed()) {
            try {
                gate.admit(server.accept());
            } catch (IOException closedOrGone) {
                // whether to go on is asked above
            }
        }
    }
}
