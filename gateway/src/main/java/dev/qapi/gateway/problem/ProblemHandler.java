package dev.qapi.gateway.problem;

import dev.qapi.eservice.Failure;
import dev.qapi.gateway.correlation.Correlation;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends every error that reaches the edge as {@code application/problem+json}; pages have their own before it. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;
    private final JsonMapper json;
    private final MeterRegistry meters;

    ProblemHandler(Problems problems, JsonMapper json, MeterRegistry meters) {
        this.meters = meters;
        this.problems = problems;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var problem = problems.of(error, exchange);
        exchange.getAttributes().put(Problem.class.getName(), problem);
        meters.counter("qapi.problems", "code", problem.code()).increment();
        if (problem.code().equals("00000")) {
            // the type and place only: texts of exceptions quote what they stumbled over
            Correlation.of(exchange).logging(() -> unexpected(error, problem));
        }
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        // whoever failed to answer has taken back what they said of an answer, its language too
        response.getHeaders().setContentLanguage(exchange.getLocaleContext().getLocale());
        response.getHeaders().setCacheControl("no-store");
        if (problem.retryAfter() != null) {
            response.getHeaders()
                    .set(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        if (problem.status() == 401) { // RFC 9110 wants to know how; a browser asks nobody for a bearer token
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"qapi\"");
        }
        if (error instanceof Refusal refusal && refusal.challenge() != null) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
        }
        if (error instanceof MethodNotAllowedException method) {
            response.getHeaders().setAllow(method.getSupportedMethods());
        }
        var body = json.writeValueAsBytes(problem);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)))
                // the problem itself may not be told unless the audit has it: then that is the problem
                .onErrorResume(Failure.class, closed -> handle(exchange, closed));
    }

    private static Problem unexpected(Throwable error, Problem problem) {
        log.error("unexpected {} at {}, trace {}", error.getClass().getName(), place(error), problem.traceId());
        return problem;
    }

    private static String place(Throwable error) {
        var trace = error.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }
}
