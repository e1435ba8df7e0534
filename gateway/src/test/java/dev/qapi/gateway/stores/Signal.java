package dev.qapi.gateway.stores;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.IOException;

/** What a process can be made to feel: a stopped server is silent, which no closed port shows. */
public enum Signal {
    STOP,
    CONT,
    KILL;

    /** Returns once it is felt: a busy machine delivers it late. */
    public void to(long pid) {
        run("kill", "-" + name(), Long.toString(pid));
        if (this == STOP) {
            await().until(() ->
                    run("ps", "-o", "stat=", "-p", Long.toString(pid)).startsWith("T"));
        }
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).start();
            var said = process.inputReader().lines().collect(joining());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command));
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
