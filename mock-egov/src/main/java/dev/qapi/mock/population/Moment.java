package dev.qapi.mock.population;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a story has come. A persona's stands still at the moment its example was written, until the clock is moved;
 * what somebody sets going goes on all the same.
 *
 * @param story the moment for what happens by itself
 * @param now the moment for what somebody has done
 */
public record Moment(Instant story, Instant now) {

    /** The day for what happens by itself. */
    public LocalDate day() {
        return Baku.day(story);
    }
}
