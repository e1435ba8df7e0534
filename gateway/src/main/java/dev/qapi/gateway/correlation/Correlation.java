package dev.qapi.gateway.correlation;

import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.ContextView;

/**
 * The two names of a request.
 *
 * @param requestId the caller's {@code X-Request-ID}, or one of ours
 * @param traceparent W3C trace context of our own span
 */
public record Correlation(String requestId, String traceparent) {

    /** One of a caller's may say anything; one that looks like ours is a random number. */
    private static final String OURS = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Correlation NONE = new Correlation("-", "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00");

    /** The one of this exchange. */
    public static Correlation of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(Correlation.class.getName(), NONE);
    }

    /** The one of what is being done for a request, outside of which there is none. */
    public static Correlation of(ContextView context) {
        return context.<Correlation>getOrEmpty(Correlation.class).orElse(NONE);
    }

    /** What is logged meanwhile names the request: {@code traceId}, and {@code requestId} unless a caller made it up. */
    public <T> T logging(Supplier<T> lines) {
        if (equals(NONE)) {
            return lines.get();
        }
        try (var _ = MDC.putCloseable("traceId", traceId());
                var _ = MDC.putCloseable("requestId", requestId.matches(OURS) ? requestId : "-")) {
            return lines.get();
        }
    }

    /** 32 hexadecimal digits. */
    public String traceId() {
        return traceparent.substring(3, 35);
    }
}
