package dev.qapi.gateway.portal;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells a browser what went wrong in a page, not in JSON; the API's own errors are left to the API. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final List<ViewResolver> resolvers;
    private final Sandbox sandbox;

    ErrorPages(List<ViewResolver> resolvers, Sandbox sandbox) {
        this.resolvers = resolvers;
        this.sandbox = sandbox;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable problem) {
        var response = exchange.getResponse();
        if (response.isCommitted() || !wantsPage(exchange)) {
            return Mono.error(problem);
        }
        var status = problem instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.error("A page failed", problem);
        }
        response.setStatusCode(status);
        return render(exchange, Page.of(exchange, sandbox), kind(status));
    }

    private Mono<Void> render(ServerWebExchange exchange, Page page, String kind) {
        var model = Map.of(Page.ATTRIBUTE, page, "kind", kind, "reference", reference(exchange));
        return Flux.fromIterable(resolvers)
                .concatMap(resolver ->
                        resolver.resolveViewName("error", page.language().locale()))
                .next()
                .flatMap(view -> view.render(model, MediaType.TEXT_HTML, exchange));
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return !request.getPath().value().startsWith("/api/")
                && request.getHeaders().getAccept().stream()
                        .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML));
    }

    private static String kind(HttpStatusCode status) {
        return status.value() == 404 ? "missing" : status.is4xxClientError() ? "refused" : "failed";
    }

    private static String reference(ServerWebExchange exchange) {
        var id = exchange.getResponse().getHeaders().getFirst("X-Request-ID");
        return id == null ? "" : id;
    }
}
