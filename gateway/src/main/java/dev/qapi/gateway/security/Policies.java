package dev.qapi.gateway.security;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.EService;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at the policy of every route before the first request: one without a policy, or closed to anonymous callers
 * while nobody can log in yet, stops the start. Closed is the only safe way to be unfinished.
 */
@Component
class Policies implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Policies(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().values().forEach(Policies::check));
    }

    static void check(HandlerMethod route) {
        if (!AnnotatedElementUtils.hasAnnotation(route.getBeanType(), EService.class)) {
            return;
        }
        var policy = route.getMethodAnnotation(AllowedTo.class);
        if (policy == null) {
            throw new IllegalStateException("route without @AllowedTo: " + route.getShortLogMessage());
        }
        if (!Arrays.asList(policy.value()).contains(Caller.ANONYMOUS)) {
            throw new IllegalStateException("nobody can log in yet, so nobody may call " + route.getShortLogMessage());
        }
    }
}
