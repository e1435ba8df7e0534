package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What an e-service tells whoever is logged in about themselves; a stranger is sent to the login, and comes back. Or another
 * form of it, which anybody may fill in.
 */
@Controller
class OwnPage {

    private final Offers offers;
    private final Forms forms;
    private final Views views;
    private final FormViews formViews;
    private final Api api;

    OwnPage(Offers offers, Forms forms, Views views, FormViews formViews, Api api) {
        this.forms = forms;
        this.offers = offers;
        this.views = views;
        this.formViews = formViews;
        this.api = api;
    }

    @GetMapping("/{id:[a-z][a-z0-9-]*}/{name:[a-z][a-z0-9-]*}")
    Mono<Rendering> page(
            @PathVariable String id,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            ServerWebExchange exchange) {
        var offer = offers.of(id);
        var view =
                offer.ownViews().stream().filter(one -> one.name().equals(name)).findFirst();
        return view.map(own -> own(offer, own, after, locale, exchange))
                .orElseGet(() -> Mono.just(form(offers.of(id, name), Language.of(locale))));
    }

    private Rendering form(Offer offer, Language language) {
        var fields = offer.inquiry().map(inquiry -> forms.of(inquiry, language));
        return fields.map(form -> formViews.form(offer, form, Typed.NOTHING, language))
                .orElseGet(() -> views.noForm(offer));
    }

    private Mono<Rendering> own(
            Offer offer, OwnView view, @Nullable String after, Locale locale, ServerWebExchange exchange) {
        return api.get(exchange, view.asked().path(), after == null ? Map.of() : Map.of("after", after))
                .map(reply -> reply.status() == HttpStatus.UNAUTHORIZED.value()
                        ? Views.login("/" + offer.id() + "/" + view.name())
                        : views.own(offer, view, reply, Language.of(locale)));
    }
}
