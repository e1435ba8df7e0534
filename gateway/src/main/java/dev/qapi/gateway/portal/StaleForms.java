package dev.qapi.gateway.portal;

import dev.qapi.gateway.login.TypedForms;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * A form that was opened before its reader logged in or out in another tab is shown again as it was typed, and nothing of it is
 * done: whoever sends it once more has seen for whom. Only what our own page has sent is, so that nobody finds what
 * somebody else has typed.
 */
@Component
@Order(-101) // around the filter that refuses it
class StaleForms implements WebFilter {

    private static final String EDIT = "edit";

    private final ObjectProvider<DispatcherHandler> dispatcher;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final SentForms sentForms;

    /** @param dispatcher asked for late, as the routes are: both are built from the controllers */
    StaleForms(
            ObjectProvider<DispatcherHandler> dispatcher,
            ObjectProvider<RequestMappingHandlerMapping> routes,
            SentForms sentForms) {
        this.dispatcher = dispatcher;
        this.routes = routes;
        this.sentForms = sentForms;
    }

    /** Whether what is asked for is such a form. */
    static boolean isOne(ServerWebExchange exchange) {
        return exchange.getAttribute(StaleForms.class.getName()) != null;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(
                        CsrfException.class,
                        refused -> isAFormOfOurs(exchange)
                                ? shown(exchange).onErrorResume(_ -> Mono.error(refused))
                                : Mono.error(refused));
    }

    private Mono<Void> shown(ServerWebExchange exchange) {
        return sentForms.readFields(exchange).flatMap(sent -> {
            var again = again(exchange, sent);
            return routes.getObject()
                    .getHandler(again)
                    .filter(StaleForms::onlyShows)
                    .switchIfEmpty(Mono.error(Offers::none))
                    .flatMap(_ -> {
                        again.getAttributes().put(StaleForms.class.getName(), true);
                        again.getAttributes().put(Sent.class.getName(), sent);
                        return dispatcher.getObject().handle(refusing(again));
                    });
        });
    }

    /** The page's status at last: the dispatcher does nothing for what is refused already. */
    private static ServerWebExchange refusing(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> response.setStatusCode(HttpStatus.FORBIDDEN)));
        return exchange;
    }

    private static boolean isAFormOfOurs(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getMethod() == HttpMethod.POST
                && !request.getPath().value().startsWith("/api/")
                && TypedForms.isOurs(exchange);
    }

    private static boolean onlyShows(Object handler) {
        var mapping = handler instanceof HandlerMethod method
                ? AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PostMapping.class)
                : null;
        return mapping != null && Arrays.asList(mapping.params()).contains(EDIT);
    }

    /** What somebody typed about themselves before they logged in is asked for still: it may be about somebody else. */
    private static ServerWebExchange again(ServerWebExchange exchange, Sent sent) {
        var asked = exchange.getRequest();
        var address =
                UriComponentsBuilder.fromUri(asked.getURI()).replaceQuery(null).queryParam(EDIT);
        if (!sent.isOwn()) {
            address.queryParam(Page.FOR_ANOTHER);
        }
        return exchange.mutate()
                .request(request -> request.uri(address.build(true).toUri()))
                .build();
    }
}
