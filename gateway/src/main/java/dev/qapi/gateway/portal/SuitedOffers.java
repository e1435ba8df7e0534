package dev.qapi.gateway.portal;

import dev.qapi.eservice.Caller;
import dev.qapi.gateway.security.Callers;
import dev.qapi.gateway.security.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whoever is logged in is asked nothing that the login has told, unless they ask for somebody else. */
@Component
class SuitedOffers {

    private final Offers offers;
    private final Callers callers;

    SuitedOffers(Offers offers, Callers callers) {
        this.offers = offers;
        this.callers = callers;
    }

    /** Logins that cannot be looked up just now are none. */
    Mono<Offer> of(String id, @Nullable String part, ServerWebExchange exchange) {
        var offer = part == null ? offers.of(id) : offers.of(id, part);
        return exchange.getRequest().getQueryParams().containsKey(Page.FOR_ANOTHER)
                ? Mono.just(offer)
                : callers.of(exchange)
                        .onErrorReturn(Who.ANONYMOUS)
                        .map(who -> who.kind() == Caller.PERSON ? offer.mine() : offer);
    }
}
