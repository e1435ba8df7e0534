package dev.qapi.gateway.correlation;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Names every request, first of all filters: the names stand in every answer, problem and audit entry. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter implements WebFilter {

    /** Unlike UUID.randomUUID() it does not read from the random device on the event loop; no id of it is a secret. */
    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();

    private static final String REQUEST_ID = "X-Request-ID";
    private static final int LONGEST = 64;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var correlation = new Correlation(requestId(exchange), traceparent(exchange));
        exchange.getAttributes().put(Correlation.class.getName(), correlation);
        var headers = exchange.getResponse().getHeaders();
        headers.set(REQUEST_ID, correlation.requestId());
        headers.set("traceparent", correlation.traceparent());
        return chain.filter(exchange).contextWrite(Context.of(Correlation.class, correlation));
    }

    /** The caller's own, if it cannot do harm in a log; else a new one. */
    private static String requestId(ServerWebExchange exchange) {
        var given = exchange.getRequest().getHeaders().getFirst(REQUEST_ID);
        return given != null && isHarmless(given) ? given : IDS.generateId().toString();
    }

    private static boolean isHarmless(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars()
                        .allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    private static String traceparent(ServerWebExchange exchange) {
        var span = ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observation -> observation.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(Span::context)
                .orElse(null);
        return span == null ? Correlation.of(exchange).traceparent() : w3c(span);
    }

    private static String w3c(TraceContext span) {
        return "00-" + span.traceId() + '-' + span.spanId() + (isSampled(span.sampled()) ? "-01" : "-00");
    }

    private static boolean isSampled(@Nullable Boolean sampled) {
        return Boolean.TRUE.equals(sampled);
    }
}
