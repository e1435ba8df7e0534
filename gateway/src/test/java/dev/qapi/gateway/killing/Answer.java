package dev.qapi.gateway.killing;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came of one attempt.
 *
 * @param status 0 if nobody can say: the connection broke, or there was no answer in time
 * @param receipt as it was sent, null if there was none
 */
record Answer(int status, String code, String receipt, boolean replayed, Duration pause, Duration took) {

    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":(\\{[^}]*})");
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

    static Answer of(int status, String body, boolean replayed, Optional<String> retryAfter, Duration took) {
        return new Answer(
                status,
                status < 300 ? "" : first(CODE, body),
                first(RECEIPT, body),
                replayed,
                Duration.ofSeconds(Long.parseLong(retryAfter.orElse("-1"))),
                took);
    }

    static Answer none(Duration took) {
        return new Answer(0, "", "", false, Duration.ZERO, took);
    }

    private static String first(Pattern what, String body) {
        var found = what.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    boolean isReceipt() {
        return status == 202 && !receipt.isEmpty();
    }

    boolean isMissing() {
        return status == 0;
    }

    /** Refused for the moment, in words that say when to come again. */
    boolean isPutOff() {
        return (status == 503 || status == 409) && !code.isEmpty() && !pause.isNegative();
    }

    String number() {
        return first(NUMBER, receipt);
    }

    /** Without anything of its own. */
    String kind() {
        return isMissing() ? "no answer" : (status + " " + code).strip();
    }
}
