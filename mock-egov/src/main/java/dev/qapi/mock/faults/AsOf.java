package dev.qapi.mock.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** The moment that an answer is about, and is not. */
final class AsOf {

    private static final String NAME = "asOf";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    /** No answer may be so old, kept or not. */
    private static final Duration OLD = Duration.ofDays(31);
    /** More than clocks may differ. */
    private static final Duration FUTURE = Duration.ofHours(1);

    private AsOf() {}

    static ObjectNode change(ObjectNode answer, String variant, Instant now) {
        return switch (variant) {
            case "absent" -> answer.without(NAME);
            case "future" -> answer.put(NAME, text(now.plus(FUTURE)));
            default -> answer.put(NAME, text(now.minus(OLD)));
        };
    }

    private static String text(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(moment, BAKU).truncatedTo(ChronoUnit.MILLIS));
    }
}
