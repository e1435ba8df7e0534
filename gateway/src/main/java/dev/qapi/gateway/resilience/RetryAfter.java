package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Failure.Unavailable;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** When a register wants to be asked again, up to a minute; whatever else it writes there is not obeyed. */
final class RetryAfter {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private RetryAfter() {}

    static Duration of(HttpHeaders headers) {
        var written = String.valueOf(headers.getFirst(HttpHeaders.RETRY_AFTER));
        var told = written.matches("[0-9]+") ? seconds(written) : untilDate(headers);
        if (told.isNegative()) {
            return Unavailable.USUALLY;
        }
        return told.compareTo(LONGEST) > 0 ? LONGEST : told.compareTo(SHORTEST) < 0 ? SHORTEST : told;
    }

    private static Duration seconds(String written) {
        return written.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(written));
    }

    /** By the clock of the reply itself, which may go wrong as long as both go wrong alike. */
    private static Duration untilDate(HttpHeaders headers) {
        try {
            var until = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
            var now = headers.getFirstZonedDateTime(HttpHeaders.DATE);
            return until == null || now == null ? Unavailable.USUALLY : Duration.between(now, until);
        } catch (IllegalArgumentException noDate) {
            return Unavailable.USUALLY;
        }
    }
}
