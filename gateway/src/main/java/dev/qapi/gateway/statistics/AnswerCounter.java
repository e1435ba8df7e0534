package dev.qapi.gateway.statistics;

import dev.qapi.eservice.Answer;
import dev.qapi.gateway.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts answers and questions that nobody could answer; what a person typed wrongly is neither. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class AnswerCounter implements WebFilter {

    private final Tally tally;
    private final AnswerMeters meters;

    AnswerCounter(Tally tally, AnswerMeters meters) {
        this.tally = tally;
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var begun = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> {
            count(exchange, begun);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void count(ServerWebExchange exchange, long begun) {
        if (exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod route) {
            var kind = AnswerMeters.Kind.of(route).orElse(null);
            var status = exchange.getResponse().getStatusCode();
            Answer<?> answer = exchange.getAttribute(Answer.class.getName());
            var answered = answer != null || isNegative(status);
            if (kind != null && (answered || status != null && status.is5xxServerError())) {
                var locale = exchange.getLocaleContext().getLocale();
                tally.told(kind.eservice(), Language.of(locale).tag(), answered);
                meters.told(kind, AnswerMeters.Quality.of(answered, answer), begun);
            }
        }
    }

    /** "Nobody like that" and "more than one" are answers. */
    private static boolean isNegative(@Nullable HttpStatusCode status) {
        return status != null && (status.value() == 404 || status.value() == 409);
    }
}
