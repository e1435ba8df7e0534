package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.login.TypedForms;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What of an e-service has versions: the newest one, and a form to put another in its place. The form says which version
 * it was filled in from; if there is another meanwhile, that is shown above what was typed, and to send it again is to have
 * seen both.
 */
@Controller
@RequestMapping("/{id:[a-z][a-z0-9-]*}/{key:[0-9]{4}}")
class EditPage {

    private static final int SPARE = 3;

    private final Offers offers;
    private final Forms forms;
    private final Views views;
    private final Api api;
    private final TypedForms typedForms;

    EditPage(Offers offers, Forms forms, Views views, Api api, TypedForms typedForms) {
        this.typedForms = typedForms;
        this.offers = offers;
        this.forms = forms;
        this.views = views;
        this.api = api;
    }

    @GetMapping
    Mono<Rendering> page(@PathVariable String id, @PathVariable String key, Locale locale, ServerWebExchange exchange) {
        var place = place(id, key, locale);
        return newest(place, exchange)
                .flatMap(reply -> isNobody(reply)
                        ? Mono.just(Views.login(place.page()))
                        : typedForms
                                .take(exchange, place.page())
                                .map(values ->
                                        shown(place, reply, Rows.typed(MultiValueMap.fromSingleValue(values)), false))
                                .defaultIfEmpty(shown(place, reply, Rows.of(reply), false)));
    }

    /** The form with room for more rows; nothing is sent. */
    @PostMapping(params = "edit")
    Mono<Rendering> edit(@PathVariable String id, @PathVariable String key, Locale locale, ServerWebExchange exchange) {
        var place = place(id, key, locale);
        return Mono.zip(
                newest(place, exchange),
                exchange.getFormData().map(Rows::typed),
                (reply, rows) -> shown(place, reply, rows, StaleForms.isOne(exchange)));
    }

    @PostMapping
    Mono<Rendering> file(@PathVariable String id, @PathVariable String key, Locale locale, ServerWebExchange exchange) {
        var place = place(id, key, locale);
        return exchange.getFormData().flatMap(data -> {
            var rows = Rows.typed(data);
            var form = form(place, rows.count(), 0);
            return api.put(exchange, place.path(), rows.typed(form).body(form), rows.seen())
                    .flatMap(reply -> reply.isAnswer()
                            ? Mono.just(Rendering.redirectTo(place.page()).build())
                            : Mono.zip(newest(place, exchange), kept(place, exchange, data, reply))
                                    .map(seen -> troubled(place, seen.getT1(), rows, reply, seen.getT2())));
        });
    }

    private Mono<Boolean> kept(
            Place place, ServerWebExchange exchange, MultiValueMap<String, String> data, Reply reply) {
        return isNobody(reply) ? typedForms.keep(exchange, place.page(), data.toSingleValueMap()) : Mono.just(false);
    }

    private static boolean isNobody(Reply reply) {
        return reply.status() == HttpStatus.UNAUTHORIZED.value();
    }

    private record Place(Offer offer, Operation edit, String key, Language language) {
        String path() {
            return offer.prefix() + key;
        }

        String page() {
            return "/" + offer.id() + "/" + key;
        }
    }

    private Place place(String id, String key, Locale locale) {
        var offer = offers.of(id);
        return new Place(offer, offer.edit().orElseThrow(Offers::none), key, Language.of(locale));
    }

    private Mono<Reply> newest(Place place, ServerWebExchange exchange) {
        return api.get(exchange, place.path(), Map.of());
    }

    private Form form(Place place, int rows, int spare) {
        return forms.of(place.edit(), rows, spare, place.language());
    }

    private Rendering shown(Place place, Reply newest, Rows rows, boolean stale) {
        var form = form(place, rows.count(), SPARE);
        return views.edit(
                place.offer(), place.page(), form, rows.typed(form), newest, null, false, stale, place.language());
    }

    private Rendering troubled(Place place, Reply newest, Rows rows, Reply reply, boolean isKept) {
        var form = form(place, rows.count(), SPARE);
        var meanwhile = reply.status() == HttpStatus.PRECONDITION_FAILED.value();
        var typed = (meanwhile ? rows.seeing(newest) : rows).typed(form);
        return views.edit(
                place.offer(),
                place.page(),
                form,
                typed,
                newest,
                Trouble.of(reply, form),
                isKept,
                false,
                place.language());
    }
}
