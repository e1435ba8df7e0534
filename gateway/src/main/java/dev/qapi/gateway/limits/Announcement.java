package dev.qapi.gateway.limits;

import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;

/** What a caller is told about their own allowance; of the one of whom they ask about they hear nothing. */
record Announcement(long limit, long remaining, long reset) {

    static Announcement of(Stand stand) {
        return new Announcement(stand.limit(), stand.left(), seconds(stand.reset()));
    }

    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }

    void in(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Limit", Long.toString(limit));
        headers.set("RateLimit-Remaining", Long.toString(remaining));
        headers.set("RateLimit-Reset", Long.toString(reset));
    }
}
