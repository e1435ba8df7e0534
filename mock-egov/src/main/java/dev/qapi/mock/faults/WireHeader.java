package dev.qapi.mock.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code Qapi-Wire: 240 reset-half}, a private header between whoever computes a reply and the proxy, which removes it:
 * after so many milliseconds, in such a way.
 *
 * @param play null if the reply only is late
 */
record WireHeader(Duration pause, @Nullable Play play) {

    static final String NAME = "Qapi-Wire";

    static WireHeader parse(String value) {
        var parts = value.split(" ", 2);
        return new WireHeader(Duration.ofMillis(Long.parseLong(parts[0])), parts.length > 1 ? Play.of(parts[1]) : null);
    }

    boolean isNeeded() {
        return !pause.isZero() || play != null;
    }

    @Override
    public String toString() {
        return pause.toMillis() + (play == null ? "" : " " + play.word());
    }
}
