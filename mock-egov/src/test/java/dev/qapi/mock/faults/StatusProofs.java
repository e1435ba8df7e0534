package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** F20 to F25. */
final class StatusProofs {

    private StatusProofs() {}

    static Map<String, Proof> all() {
        var proofs = new HashMap<String, Proof>();
        for (var status : new int[] {500, 502, 504}) {
            proofs.put(
                    "F20:" + status,
                    (call, government) -> assertThat(call.see())
                            .returns(status, Seen::status)
                            .returns(true, Seen::isWhole)
                            .returns(
                                    status == 500 ? "application/json" : Pages.HTML,
                                    seen -> seen.header("Content-Type")));
        }
        proofs.put("F21:seconds", retry(503, "2"));
        proofs.put("F21:negative", retry(503, "-1"));
        proofs.put("F21:huge", retry(503, "1000000000"));
        proofs.put("F21:garbage", retry(503, "x"));
        proofs.put("F21:date", retryAtADate(503));
        proofs.put("F22:seconds", retry(429, "2"));
        proofs.put("F22:negative", retry(429, "-1"));
        proofs.put("F22:huge", retry(429, "1000000000"));
        proofs.put("F22:garbage", retry(429, "x"));
        proofs.put("F22:date", retryAtADate(429));
        proofs.put(
                "F23:401",
                (call, government) -> assertThat(call.see())
                        .returns(401, Seen::status)
                        .returns("Bearer error=\"invalid_token\"", seen -> seen.header("WWW-Authenticate")));
        proofs.put(
                "F23:403", (call, government) -> assertThat(call.see().status()).isEqualTo(403));
        proofs.put(
                "F24:html",
                (call, government) -> assertThat(call.see())
                        .returns(404, Seen::status)
                        .returns(Pages.HTML, seen -> seen.header("Content-Type"))
                        .returns(Pages.NOT_FOUND, Seen::body));
        proofs.put(
                "F24:empty",
                (call, government) -> assertThat(call.see())
                        .returns(404, Seen::status)
                        .returns("", Seen::body)
                        .returns("", seen -> seen.header("Content-Type")));
        proofs.put("F25:302", redirect(302));
        proofs.put("F25:307", redirect(307));
        return proofs;
    }

    private static Proof retry(int status, String after) {
        return (call, government) ->
                assertThat(call.see()).returns(status, Seen::status).returns(after, seen -> seen.header("Retry-After"));
    }

    private static Proof retryAtADate(int status) {
        return (call, government) -> {
            var seen = call.see();
            assertThat(seen.status()).isEqualTo(status);
            var date = ZonedDateTime.parse(seen.header("Retry-After"), DateTimeFormatter.RFC_1123_DATE_TIME);
            assertThat(Duration.between(Instant.now(), date.toInstant()))
                    .isBetween(Duration.ZERO, Duration.ofSeconds(2));
        };
    }

    /** Who follows gets an answer: the other host is no other. */
    private static Proof redirect(int status) {
        return (call, government) -> assertThat(call.see())
                .returns(status, Seen::status)
                .returns("", Seen::body)
                .returns(
                        "http://elsewhere.egov.test:" + call.port() + "/" + call.path(),
                        seen -> seen.header("Location"));
    }
}
