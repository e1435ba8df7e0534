package dev.qapi.gateway.audit;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Prefills;
import dev.qapi.eservice.Supplied;
import dev.qapi.gateway.correlation.Correlation;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.problem.Problem;
import dev.qapi.gateway.security.Who;
import dev.qapi.identifier.Identifier;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Writes down every answer about a person before its first byte leaves; without the entry there is no answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class AuditFilter implements WebFilter {

    /** What the hashes of persons are made for; the same for the one who asks and the one who is asked about. */
    static final String SUBJECT = Owners.AUDITED;

    private static final String PREFILL = "/api/v1/evidence/prefill";

    /** Unlike UUID.randomUUID() it does not read from the random device on the event loop; no id of it is a secret. */
    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();

    private final AuditSpool spool;
    private final Pepper pepper;
    private final Clock clock;

    AuditFilter(AuditSpool spool, Pepper pepper, Clock clock) {
        this.spool = spool;
        this.pepper = pepper;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            var whom = whom(exchange);
            return whom == null
                    ? Mono.empty()
                    : spool.append(entry(whom, route(exchange), outcome(exchange), exchange))
                            .then(Mono.defer(() -> prefilled(whom, exchange)));
        });
        // an answer that nobody has sent yet is sent here, where a refusal of the entry can still be told
        return chain.filter(exchange).then(Mono.defer(exchange.getResponse()::setComplete));
    }

    /** What registers were asked for so that it need not be typed: a look of its own, as if the person had asked for it. */
    private Mono<Void> prefilled(List<Identifier> whom, ServerWebExchange exchange) {
        List<Supplied> asked = exchange.getAttribute(Prefills.class.getName());
        if (asked == null) {
            return Mono.empty();
        }
        var isWhole = asked.stream().allMatch(field -> field.unconfirmed() == null);
        return spool.append(entry(whom, PREFILL, (isWhole ? Freshness.FRESH : Freshness.PARTIAL).name(), exchange));
    }

    private AuditEntry entry(List<Identifier> whom, String route, String outcome, ServerWebExchange exchange) {
        var correlation = Correlation.of(exchange);
        var status = exchange.getResponse().getStatusCode();
        var who = Who.of(exchange);
        var portal = who.portal();
        return new AuditEntry(
                IDS.generateId().toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                who.kind().name(),
                who.person() == null ? null : name(who.person().subject()),
                portal == null ? null : portal.client(),
                portal == null ? null : portal.purpose(),
                portal == null ? null : portal.caseRef(),
                name(whom),
                route,
                outcome,
                status == null ? 200 : status.value(),
                correlation.requestId(),
                correlation.traceId());
    }

    private static String route(ServerWebExchange exchange) {
        return String.valueOf(exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private String name(List<Identifier> whom) {
        return pepper.name(SUBJECT, whom);
    }

    /** A question that names nobody is about who asks it; one that anybody may ask without naming somebody is about nobody. */
    private static @Nullable List<Identifier> whom(ServerWebExchange exchange) {
        Inquiry inquiry = exchange.getAttribute(Inquiry.class.getName());
        if (inquiry != null && !inquiry.subject().isEmpty()) {
            return inquiry.subject();
        }
        var caller = Who.of(exchange).subject();
        return inquiry == null && (caller.isEmpty() || isForAnybody(exchange)) ? null : caller;
    }

    private static boolean isForAnybody(ServerWebExchange exchange) {
        return !(exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod route)
                || !(route.getMethodAnnotation(AllowedTo.class) instanceof AllowedTo policy)
                || Arrays.asList(policy.value()).contains(Caller.ANONYMOUS);
    }

    private static String outcome(ServerWebExchange exchange) {
        Problem problem = exchange.getAttribute(Problem.class.getName());
        if (problem != null) {
            return problem.code();
        }
        Answer<?> answer = exchange.getAttribute(Answer.class.getName());
        return answer == null ? "NONE" : answer.freshness().name();
    }
}
