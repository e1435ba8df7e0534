package dev.qapi.mock.faults;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A daily maintenance window by the clocks of Baku.
 *
 * @param from inclusive
 * @param to exclusive; before {@code from} it is on the next day
 */
public record Window(LocalTime from, LocalTime to) {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    /**
     * Reads {@code 23:30-01:00}.
     *
     * @throws BadInjection if it is none
     */
    static Window parse(String text) {
        var ends = text.split("-", 2);
        try {
            return new Window(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        } catch (DateTimeException | IndexOutOfBoundsException malformed) {
            throw new BadInjection("window", "A window is written HH:mm-HH:mm, in the time of Baku.");
        }
    }

    boolean contains(Instant now) {
        var time = LocalTime.ofInstant(now, BAKU);
        var begun = !time.isBefore(from);
        var over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
