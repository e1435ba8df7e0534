package dev.qapi.mock.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Good and bad values of the header {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {

    static final String[] VARIANTS = {"seconds", "date", "negative", "huge", "garbage"};

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RetryAfter() {}

    static String value(String variant, Instant now) {
        return switch (variant) {
            case "date" -> HTTP_DATE.format(now.plus(SOON));
            case "negative" -> "-1";
            case "huge" -> "1000000000";
            case "garbage" -> "x";
            default -> Long.toString(SOON.toSeconds());
        };
    }
}
