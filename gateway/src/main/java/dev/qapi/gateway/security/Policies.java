package dev.qapi.gateway.security;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.EService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Looks at the policy of every route before the first request: one without a policy stops the start. */
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
    }
}
