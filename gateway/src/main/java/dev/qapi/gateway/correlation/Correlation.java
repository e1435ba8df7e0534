package dev.qapi.gateway.correlation;

import org.springframework.web.server.ServerWebExchange;

/**
 * The two names of a request.
 *
 * @param requestId the caller's {@code X-Request-ID}, or one of ours
 * @param traceparent W3C trace context of our own span
 */
public record Correlation(String requestId, String traceparent) {

    private static final Correlation NONE = new Correlation("-", "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00");

    /** The one of this exchange. */
    public static Correlation of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(Correlation.class.getName(), NONE);
    }

    /** 32 hexadecimal digits. */
    public String traceId() {
        return traceparent.substring(3, 35);
    }
}
