package dev.qapi.gateway.security;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Identifier;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Mono;

/**
 * What a portal needs for a route on which one names a person, or that is for portals by name: the scope that is called like
 * the e-service; and on the first a reason that the audit can keep.
 */
final class PortalRights {

    private static final String SCOPE_MISSING = "00100";
    private static final String PURPOSE_MISSING = "00201";
    private static final Map<Method, Needs> NEEDS = new ConcurrentHashMap<>();

    /** @param scope null if it needs none */
    private record Needs(@Nullable String scope, boolean isAboutPersons) {

        static Needs of(HandlerMethod route) {
            return NEEDS.computeIfAbsent(route.getMethod(), _ -> {
                var isAboutPersons = asksAboutPersons(route);
                return new Needs(isAboutPersons || isForPortals(route) ? eservice(route) : null, isAboutPersons);
            });
        }
    }

    private PortalRights() {}

    static Mono<Void> check(Portal portal, HandlerMethod route) {
        var needs = Needs.of(route);
        if (!isInScope(portal, needs)) {
            var challenge = "Bearer realm=\"qapi\", error=\"insufficient_scope\", scope=\"" + needs.scope() + '"';
            return Mono.error(new Refusal(SCOPE_MISSING, challenge));
        }
        return needs.isAboutPersons() && (portal.purpose() == null || portal.caseRef() == null)
                ? Mono.error(new Refusal(PURPOSE_MISSING))
                : Mono.empty();
    }

    static boolean has(Portal portal, HandlerMethod route) {
        return isInScope(portal, Needs.of(route));
    }

    private static boolean isInScope(Portal portal, Needs needs) {
        return needs.scope() == null || portal.scopes().contains(needs.scope());
    }

    private static String eservice(HandlerMethod route) {
        var eservice = AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), EService.class);
        return Objects.requireNonNull(eservice).value();
    }

    private static boolean isForPortals(HandlerMethod route) {
        var policy = route.getMethodAnnotation(AllowedTo.class);
        return policy != null && Arrays.asList(policy.value()).contains(Caller.PORTAL);
    }

    private static boolean asksAboutPersons(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type -> Inquiry.class.isAssignableFrom(type) && names(type));
    }

    /** Whether it has a field that leads to somebody; a country alone is nobody. */
    private static boolean names(Class<?> type) {
        return Identifier.class.isAssignableFrom(type)
                ? type != Citizenship.class
                : type.isRecord()
                        && Arrays.stream(type.getRecordComponents()).anyMatch(component -> names(component.getType()));
    }
}
