package dev.qapi.gateway.portal;

import dev.qapi.gateway.correlation.Correlation;
import dev.qapi.gateway.login.Accounts;
import dev.qapi.gateway.problem.Problem;
import dev.qapi.gateway.problem.Problems;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells a browser what went wrong in a page, not in JSON; the API's own errors are left to the API. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final List<ViewResolver> resolvers;
    private final Problems problems;
    private final Personas personas;
    private final Accounts accounts;

    ErrorPages(List<ViewResolver> resolvers, Problems problems, Personas personas, Accounts accounts) {
        this.resolvers = resolvers;
        this.problems = problems;
        this.personas = personas;
        this.accounts = accounts;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var response = exchange.getResponse();
        if (response.isCommitted() || !wantsPage(exchange)) {
            return Mono.error(error);
        }
        var problem = problems.of(error, exchange);
        if (problem.status() >= 500) {
            // the type only: texts of exceptions quote what they stumbled over
            Correlation.of(exchange).logging(() -> failed(error, problem));
        }
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setCacheControl("no-store");
        return Pages.page(exchange, personas, accounts).flatMap(page -> render(exchange, page, problem));
    }

    private static Problem failed(Throwable error, Problem problem) {
        log.error("a page failed with {}, trace {}", error.getClass().getName(), problem.traceId());
        return problem;
    }

    private Mono<Void> render(ServerWebExchange exchange, Page page, Problem problem) {
        var model = Map.of(Page.ATTRIBUTE, page, "problem", problem);
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
}
