package dev.qapi.gateway.portal;

import dev.qapi.gateway.login.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of whoever is logged in: on whose behalf they act, and everything that is about them. */
@Controller
class AccountPage {

    static final String PATH = "/account";

    private final Accounts accounts;
    private final Offers offers;

    AccountPage(Accounts accounts, Offers offers) {
        this.accounts = accounts;
        this.offers = offers;
    }

    @GetMapping(PATH)
    Mono<Rendering> account(ServerWebExchange exchange) {
        return accounts.find(exchange)
                .map(_ -> Rendering.view("account")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .modelAttribute("offers", offers.all())
                        .build())
                .defaultIfEmpty(Views.login(PATH));
    }
}
