package dev.qapi.gateway.api;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.qapi.contract.Contract;
import dev.qapi.eservice.EServices;
import dev.qapi.eservice.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Words} of its contract in the reader's language. */
class WordsArgument implements SyncHandlerMethodArgumentResolver {

    private final Map<String, Contract> contracts =
            Contract.all().stream().collect(toUnmodifiableMap(Contract::id, identity()));

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class;
    }

    @Override
    public Words resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var eservice = EServices.id(parameter.getContainingClass()).orElseThrow();
        var contract = Objects.requireNonNull(contracts.get(eservice));
        var locale = exchange.getLocaleContext().getLocale();
        var language = (locale == null ? Locale.of("az") : locale).getLanguage();
        return code -> contract.words(code.getDeclaringClass().getSimpleName(), code.name(), language);
    }
}
