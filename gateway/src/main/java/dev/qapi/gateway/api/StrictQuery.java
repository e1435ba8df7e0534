package dev.qapi.gateway.api;

import dev.qapi.eservice.EService;
import dev.qapi.gateway.limits.RateLimits;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.gateway.security.Guard;
import dev.qapi.identifier.Malformed.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Calls routes for those whom the {@link Guard} lets in and who stay within their {@link RateLimits}, and an e-service's GET only with the query parameters that it declares, each at most once: a filter that
 * is misspelt must not quietly filter nothing.
 */
class StrictQuery extends RequestMappingHandlerAdapter {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Guard guard;
    private final RateLimits limits;

    StrictQuery(Guard guard, RateLimits limits) {
        this.guard = guard;
        this.limits = limits;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        var route = (HandlerMethod) handler;
        return guard.admit(exchange, route)
                .then(Mono.defer(() -> limits.admit(exchange, route)))
                .then(Mono.defer(() -> call(exchange, route)));
    }

    private Mono<HandlerResult> call(ServerWebExchange exchange, HandlerMethod route) {
        if (exchange.getRequest().getMethod() != HttpMethod.POST
                && AnnotatedElementUtils.hasAnnotation(route.getBeanType(), EService.class)) {
            var known = names(route);
            var malformed = exchange.getRequest().getQueryParams().entrySet().stream()
                    .flatMap(given -> malformed(given, known))
                    .toList();
            if (!malformed.isEmpty()) {
                return Mono.error(new MalformedFields(malformed));
            }
        }
        return super.handle(exchange, route);
    }

    private static Stream<Field> malformed(Map.Entry<String, List<String>> given, Set<String> known) {
        var pointer = Inquiries.pointer(given.getKey());
        if (!known.contains(given.getKey())) {
            return Stream.of(new Field(pointer, Rule.UNKNOWN_FIELD));
        }
        return given.getValue().size() > 1 ? Stream.of(new Field(pointer, Rule.SHAPE)) : Stream.empty();
    }

    private static Set<String> names(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(StrictQuery::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(MethodParameter parameter) {
        var given = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        parameter.initParameterNameDiscovery(NAMES);
        return StringUtils.hasText(given) ? given : Objects.requireNonNull(parameter.getParameterName());
    }
}
