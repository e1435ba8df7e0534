package dev.qapi.gateway.portal;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The answer of a page as a file for a spreadsheet, in the language of the page: a browser asks the API in its own. */
@Controller
class TablePage {

    private final Offers offers;
    private final Api api;

    TablePage(Offers offers, Api api) {
        this.offers = offers;
        this.api = api;
    }

    /** Why there is no file, the page says: whoever is not logged in is led to the login from there. */
    @GetMapping("/{id:[a-z][a-z0-9-]*}/{name:[a-z][a-z0-9-]*}.{format:csv|xlsx}")
    Mono<ResponseEntity<byte[]>> table(
            @PathVariable String id,
            @PathVariable String name,
            @PathVariable String format,
            ServerWebExchange exchange) {
        var offer = offers.of(id);
        var asked = new Tables(offer)
                .all(offer.prefix() + name)
                .filter(table -> table.path().endsWith("." + format))
                .findFirst()
                .orElseThrow(Offers::none);
        return api.table(exchange, asked.path())
                .map(response -> response.getStatusCode() == HttpStatus.OK
                        ? ResponseEntity.ok().headers(response.getHeaders()).body(response.body())
                        : ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create(page(offer, name)))
                                .build());
    }

    private static String page(Offer offer, String name) {
        return offer.ownViews().stream().anyMatch(view -> view.name().equals(name))
                ? offer.page() + "/" + name
                : offer.page();
    }
}
