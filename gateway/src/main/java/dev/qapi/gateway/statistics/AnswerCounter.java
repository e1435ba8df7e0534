package dev.qapi.gateway.statistics;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.gateway.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
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

    AnswerCounter(Tally tally) {
        this.tally = tally;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            count(exchange);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void count(ServerWebExchange exchange) {
        if (exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod route) {
            var eservice = AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), EService.class);
            var status = exchange.getResponse().getStatusCode();
            var answered = exchange.getAttribute(Answer.class.getName()) != null || isNegative(status);
            if (eservice != null && (answered || status != null && status.is5xxServerError())) {
                var locale = exchange.getLocaleContext().getLocale();
                tally.told(eservice.value(), Language.of(locale).tag(), answered);
            }
        }
    }

    /** "Nobody like that" and "more than one" are answers. */
    private static boolean isNegative(@Nullable HttpStatusCode status) {
        return status != null && (status.value() == 404 || status.value() == 409);
    }
}
