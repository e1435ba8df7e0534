package dev.qapi.gateway.security;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Rights;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The e-services' routes, and which of them are open to whom. */
@Component
class Entrances {

    private record Entrance(String name, HandlerMethod route, AllowedTo policy) {}

    private final Supplier<List<Entrance>> all;

    Entrances(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.all = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(it -> AnnotatedElementUtils.hasAnnotation(it.getValue().getBeanType(), EService.class))
                .flatMap(it -> names(it.getKey()).map(name -> entrance(name, it.getValue())))
                .distinct()
                .toList());
    }

    Rights of(Who who) {
        var portal = who.portal();
        var open = all.get().stream()
                .filter(entrance -> Guard.isWelcome(who, entrance.policy()))
                .filter(entrance -> portal == null || PortalRights.has(portal, entrance.route()))
                .map(Entrance::name)
                .sorted()
                .distinct()
                .toList();
        return portal == null
                ? new Rights(who.kind(), null, List.of(), open)
                : new Rights(
                        who.kind(),
                        portal.client(),
                        portal.scopes().stream().sorted().toList(),
                        open);
    }

    private static Entrance entrance(String name, HandlerMethod route) {
        return new Entrance(name, route, Objects.requireNonNull(route.getMethodAnnotation(AllowedTo.class)));
    }

    private static Stream<String> names(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().stream()
                .flatMap(method -> route.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> method.name() + ' ' + pattern.getPatternString()));
    }
}
