package dev.qapi.gateway.killing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports that a killed server finds again: below those from which the kernel gives clients theirs, since one of the many that
 * knock at a closed door could be given its number.
 */
final class Ports {

    private static final int FROM = 15_000;
    private static final int TO = 30_000;

    private Ports() {}

    /** The first of so many free ones in a row. */
    static int row(int length) {
        return ThreadLocalRandom.current()
                .ints(FROM, TO)
                .filter(first -> IntStream.range(first, first + length).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
