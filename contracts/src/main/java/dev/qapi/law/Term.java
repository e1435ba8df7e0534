package dev.qapi.law;

/**
 * How long somebody has.
 *
 * @param amount of days
 * @param unit which days count
 */
public record Term(int amount, Unit unit) {

    /** Which days count. */
    public enum Unit {
        DAYS,
        WORKING_DAYS
    }
}
