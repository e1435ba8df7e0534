package dev.qapi.gateway.filing;

import dev.qapi.eservice.Edit;
import dev.qapi.gateway.problem.Refusal;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Edit} that the request's precondition makes (RFC 9110); one strong tag, or that there is nothing. */
final class EditArgument implements SyncHandlerMethodArgumentResolver {

    private static final String NEEDED = "00022";
    private static final Pattern STRONG = Pattern.compile("\"([0-9A-Za-z-]{1,64})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Edit.class;
    }

    @Override
    public Edit resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var match = String.join(",", headers.getOrEmpty(HttpHeaders.IF_MATCH));
        var none = String.join(",", headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH));
        Runnable replayed = () -> exchange.getResponse().getHeaders().set(AttemptArgument.REPLAY, "true");
        if (match.isEmpty() && none.equals("*")) {
            return new Edit(null, replayed);
        }
        var tag = STRONG.matcher(match);
        if (!none.isEmpty() || !tag.matches()) {
            throw new Refusal(NEEDED);
        }
        return new Edit(tag.group(1), replayed);
    }
}
