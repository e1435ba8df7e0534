package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What an e-service's answer says of days, for a calendar: the same form, asked of the operation that is called so. */
@Controller
class CalendarPage {

    private final Offers offers;
    private final Forms forms;
    private final Api api;

    CalendarPage(Offers offers, Forms forms, Api api) {
        this.offers = offers;
        this.forms = forms;
        this.api = api;
    }

    /** Whoever sends something else than the page's own button sees the form again. */
    @PostMapping(path = "/{id:[a-z][a-z0-9-]*}", params = "calendar")
    Mono<ResponseEntity<byte[]>> calendar(@PathVariable String id, Locale locale, ServerWebExchange exchange) {
        var offer = offers.of(id);
        var calendar = offer.calendar().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = forms.of(calendar, Language.of(locale));
        return exchange.getFormData()
                .map(data -> Typed.of(form, data::getFirst).body(form))
                .flatMap(body -> api.text(exchange, calendar.path(), body))
                .map(response -> response.getStatusCode() == HttpStatus.OK
                        ? ResponseEntity.ok().headers(response.getHeaders()).body(response.body())
                        : ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create(offer.page()))
                                .build());
    }
}
