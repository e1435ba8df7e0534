package dev.qapi.gateway.stores;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process can be made to feel: a stopped server is silent, which no closed port shows. */
public enum Signal {
    STOP,
    CONT,
    KILL;

    public void to(long pid) {
        try {
            var exit = new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("no process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
