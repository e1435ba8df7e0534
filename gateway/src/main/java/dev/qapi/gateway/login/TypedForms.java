package dev.qapi.gateway.login;

import dev.qapi.eservice.Failure;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Keeps what somebody has typed while their login ended until they are back: one form, sealed as their session is, and no
 * longer than that would last without being used.
 */
@Component
public class TypedForms {

    /** Whether it is kept. Only a form of our own page is: nobody else shall have somebody find what they never typed. */
    public Mono<Boolean> keep(ServerWebExchange exchange, String page, Map<String, String> values) {
        return isOurs(exchange)
                ? exchange.getSession()
                        .doOnNext(session ->
                                session.getAttributes().put(Contents.TYPED, new TypedForm(page, Map.copyOf(values))))
                        .flatMap(session -> session.save().thenReturn(true))
                        .onErrorReturn(Failure.class, false)
                : Mono.just(false);
    }

    /** What was typed there, once; empty if nothing was. */
    public Mono<Map<String, String>> take(ServerWebExchange exchange, String page) {
        return SessionCookie.isPresented(exchange)
                ? exchange.getSession()
                        .filter(session -> session.getAttribute(Contents.TYPED) instanceof TypedForm typed
                                && typed.page().equals(page))
                        .flatMap(TypedForms::taken)
                        .onErrorResume(Failure.class, _ -> Mono.empty())
                : Mono.empty();
    }

    private static Mono<Map<String, String>> taken(WebSession session) {
        var typed = (TypedForm) session.getAttributes().remove(Contents.TYPED);
        return session.save().then(Mono.justOrEmpty(typed).map(TypedForm::values));
    }

    /** Whether a page of ours has sent it: browsers say so themselves, and nobody can make them say otherwise. */
    public static boolean isOurs(ServerWebExchange exchange) {
        return "same-origin".equals(exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site"));
    }
}
