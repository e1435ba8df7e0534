package dev.qapi.law;

/**
 * How long somebody has.
 *
 * @param amount of days or months
 * @param unit which days count, or that whole months do
 */
public record Term(int amount, Unit unit) {

    /** Which days count, or that whole months do. */
    public enum Unit {
        DAYS,
        WORKING_DAYS,
        MONTHS
    }
}
