package dev.qapi.gateway.api;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.security.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/** An answer that may be told once more, with all that the long way found out about its question. */
record Told(
        HandlerMethod route,
        Object pattern,
        @Nullable Inquiry inquiry,
        Answer<?> answer,
        Representation representation,
        Instant at) {

    /** Null unless it is an answer out of what is kept, and nobody could learn from it what they have not just been told. */
    static @Nullable Answer<?> again(ServerWebExchange exchange, ServerHttpResponse response) {
        Answer<?> answer = exchange.getAttribute(Answer.class.getName());
        return answer == null
                        || answer.freshness() != Freshness.CACHED
                        || !response.getCookies().isEmpty()
                        || isForWhomeverKnowsThePerson(exchange)
                        || Objects.requireNonNullElse(response.getStatusCode(), HttpStatus.OK) != HttpStatus.OK
                        || !(exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                                instanceof HandlerMethod)
                ? null
                : answer;
    }

    private static boolean isForWhomeverKnowsThePerson(ServerWebExchange exchange) {
        Inquiry inquiry = exchange.getAttribute(Inquiry.class.getName());
        return inquiry != null
                && !inquiry.subject().isEmpty()
                && Who.of(exchange).portal() == null;
    }

    static Told of(ServerWebExchange exchange, Answer<?> answer, Representation sent, Instant now) {
        return new Told(
                Objects.requireNonNull(exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)),
                Objects.requireNonNull(exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                exchange.getAttribute(Inquiry.class.getName()),
                answer,
                sent,
                now);
    }

    boolean isYounger(Duration limit, Instant now) {
        var age = Duration.between(at, now);
        return !age.isNegative() && age.compareTo(limit) < 0;
    }

    /** About what it takes of the heap, with its wording. */
    int bytes() {
        return 2 * representation.body().length + 2 * Wording.LARGEST;
    }
}
