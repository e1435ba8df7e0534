package dev.qapi.mock.faults;

import java.net.URI;

/** Replies whose status says that there is no answer, or that it is elsewhere. */
final class StatusSpoiler {

    private static final String ELSEWHERE = "elsewhere.egov.test";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String JSON = "application/json";

    private StatusSpoiler() {}

    static Spoiler of(Fault fault, String variant) {
        return switch (fault) {
            case F20 -> (good, moment) -> serverError(good, Integer.parseInt(variant));
            case F21 -> retry(503, variant);
            case F22 -> retry(429, variant);
            case F23 -> (good, moment) -> refusal(good, Integer.parseInt(variant));
            case F24 ->
                (good, moment) -> variant.equals("empty")
                        ? good.withStatus(404).withText("").without(Reply.CONTENT_TYPE)
                        : good.withStatus(404).withBody(Pages.HTML, Pages.NOT_FOUND);
            default ->
                (good, moment) -> good.withStatus(Integer.parseInt(variant))
                        .withText("")
                        .without(Reply.CONTENT_TYPE)
                        .with("Location", elsewhere(moment.url()));
        };
    }

    /** A register says so itself in JSON, what stands before it with a page. */
    private static Reply serverError(Reply good, int status) {
        var bad = good.withStatus(status);
        return status == 500
                ? bad.withBody(
                        JSON, "{\"type\":\"Server.InternalError\",\"message\":\"Internal error\",\"detail\":\"\"}")
                : bad.withBody(Pages.HTML, Pages.page(status + " Bad Gateway or Time-out", "nginx"));
    }

    private static Spoiler retry(int status, String variant) {
        return (good, moment) -> good.withStatus(status)
                .withBody(Pages.HTML, Pages.page(Integer.toString(status), "Try again later."))
                .with(RETRY_AFTER, RetryAfter.value(variant, moment.now()));
    }

    private static Reply refusal(Reply good, int status) {
        var bad = good.withStatus(status)
                .withBody(JSON, "{\"type\":\"Client.NotAllowed\",\"message\":\"Access denied\",\"detail\":\"\"}");
        return status == 401 ? bad.with("WWW-Authenticate", "Bearer error=\"invalid_token\"") : bad;
    }

    /** Another host that is this same simulation: who follows gets an answer that looks right. */
    private static String elsewhere(String url) {
        var asked = URI.create(url);
        var port = asked.getPort() < 0 ? "" : ":" + asked.getPort();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return asked.getScheme() + "://" + ELSEWHERE + port + asked.getRawPath() + query;
    }
}
