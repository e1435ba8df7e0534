package dev.qapi.gateway.audit;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.correlation.Correlation;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.problem.Problem;
import dev.qapi.gateway.security.Who;
import dev.qapi.identifier.Identifier;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Writes down every answer about a person before its first byte leaves; without the entry there is no answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class AuditFilter implements WebFilter {

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
            Inquiry inquiry = exchange.getAttribute(Inquiry.class.getName());
            return inquiry == null && !Who.isSubject(exchange) ? Mono.empty() : spool.append(entry(inquiry, exchange));
        });
        return chain.filter(exchange);
    }

    private AuditEntry entry(@Nullable Inquiry inquiry, ServerWebExchange exchange) {
        var correlation = Correlation.of(exchange);
        var status = exchange.getResponse().getStatusCode();
        var who = Who.of(exchange);
        var portal = who.portal();
        return new AuditEntry(
                IDS.generateId().toString(),
                clock.instant(),
                who.kind().name(),
                portal == null ? null : portal.client(),
                portal == null ? null : portal.purpose(),
                portal == null ? null : portal.caseRef(),
                pepper.name("audit", whom(inquiry, exchange)),
                String.valueOf(exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                outcome(exchange),
                status == null ? 200 : status.value(),
                correlation.requestId(),
                correlation.traceId());
    }

    /** A question that names nobody is about who asks it. */
    private static List<Identifier> whom(@Nullable Inquiry inquiry, ServerWebExchange exchange) {
        return inquiry == null || inquiry.subject().isEmpty() ? Who.of(exchange).subject() : inquiry.subject();
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
