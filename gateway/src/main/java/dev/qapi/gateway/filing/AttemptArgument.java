package dev.qapi.gateway.filing;

import dev.qapi.eservice.Attempt;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.gateway.security.Who;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Attempt} that the request's {@code Idempotency-Key} names; without one the route is not called. */
final class AttemptArgument implements SyncHandlerMethodArgumentResolver {

    private static final String HEADER = "Idempotency-Key";
    static final String REPLAY = "Idempotent-Replay";
    private static final String KEY = "[!-~]{16,64}";
    private static final String NEEDED = "00014";

    private final Pepper pepper;

    AttemptArgument(Pepper pepper) {
        this.pepper = pepper;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Attempt.class;
    }

    @Override
    public Attempt resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var given = exchange.getRequest().getHeaders().getOrEmpty(HEADER);
        if (given.size() != 1 || !given.getFirst().matches(KEY)) {
            throw new Refusal(NEEDED);
        }
        return new Attempt(
                caller(Who.of(exchange)),
                given.getFirst(),
                () -> exchange.getResponse().getHeaders().set(REPLAY, "true"));
    }

    private String caller(Who who) {
        var portal = who.portal();
        if (portal != null) {
            return FilingNames.PORTAL + portal.client();
        }
        var subject = who.subject();
        return subject.isEmpty() ? "nobody" : "login " + pepper.name("filing caller", subject);
    }
}
