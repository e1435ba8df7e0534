package dev.qapi.gateway.security;

import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Person} or {@link Employer} that is logged in; nothing that they send can change who that is. */
final class CallerArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class || parameter.getParameterType() == Employer.class;
    }

    @Override
    public @Nullable Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var who = Who.of(exchange);
        @Nullable Object known = parameter.getParameterType() == Person.class ? who.person() : who.employer();
        if (known == null && !parameter.isOptional()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return known;
    }
}
