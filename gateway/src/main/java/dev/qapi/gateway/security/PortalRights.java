package dev.qapi.gateway.security;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.EServices;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Identifier;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
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

    private record Needs(boolean isScope, boolean isReason) {

        static Needs of(HandlerMethod route) {
            return NEEDS.computeIfAbsent(route.getMethod(), _ -> {
                var isAboutPersons = isAboutPersons(route);
                return new Needs(isAboutPersons || isForPortals(route), isAboutPersons);
            });
        }
    }

    private PortalRights() {}

    static Mono<Void> check(Portal portal, HandlerMethod route) {
        if (!has(portal, route)) {
            var challenge = "Bearer realm=\"qapi\", error=\"insufficient_scope\", scope=\"" + scope(route) + '"';
            return Mono.error(new Refusal(SCOPE_MISSING, challenge));
        }
        return Needs.of(route).isReason() && (portal.purpose() == null || portal.caseRef() == null)
                ? Mono.error(new Refusal(PURPOSE_MISSING))
                : Mono.empty();
    }

    static boolean has(Portal portal, HandlerMethod route) {
        return !Needs.of(route).isScope() || portal.scopes().contains(scope(route));
    }

    private static String scope(HandlerMethod route) {
        return EServices.id(route.getBeanType()).orElseThrow();
    }

    private static boolean isForPortals(HandlerMethod route) {
        var policy = route.getMethodAnnotation(AllowedTo.class);
        return policy != null && Arrays.asList(policy.value()).contains(Caller.PORTAL);
    }

    private static boolean isAboutPersons(HandlerMethod route) {
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
