package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What whoever is logged in puts on a list of their own, or takes off it, by one button; then the list itself. What is possible
 * stands beside the list in the contract: its PUT or POST, and its DELETE.
 */
@Controller
@RequestMapping("/{id:[a-z][a-z0-9-]*}/{name:[a-z][a-z0-9-]*}")
class OwnListPage {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z-]{1,40}");

    private final Offers offers;
    private final Forms forms;
    private final Views views;
    private final Api api;

    OwnListPage(Offers offers, Forms forms, Views views, Api api) {
        this.offers = offers;
        this.forms = forms;
        this.views = views;
        this.api = api;
    }

    private record Place(Offer offer, OwnView view, Language language) {

        String page() {
            return "/" + offer.id() + "/" + view.name();
        }

        Operation beside(String method) {
            return view.beside(method).findFirst().orElseThrow(Offers::none);
        }
    }

    @PostMapping(params = "add")
    Mono<Rendering> add(@PathVariable String id, @PathVariable String name, Locale locale, ServerWebExchange exchange) {
        var place = place(id, name, locale);
        return exchange.getFormData()
                .flatMap(data -> added(place, data, exchange))
                .map(reply -> shown(place, reply));
    }

    @PostMapping(params = "remove")
    Mono<Rendering> remove(
            @PathVariable String id, @PathVariable String name, Locale locale, ServerWebExchange exchange) {
        var place = place(id, name, locale);
        var path = place.beside("DELETE").path();
        return exchange.getFormData()
                .map(data -> path.replaceFirst("\\{number}", number(data.getFirst("number"))))
                .flatMap(one -> api.act(exchange, HttpMethod.DELETE, one))
                .map(reply -> shown(place, reply));
    }

    private Place place(String id, String name, Locale locale) {
        var offer = offers.of(id);
        var view = offer.ownViews().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(Offers::none);
        return new Place(offer, view, Language.of(locale));
    }

    private Mono<Reply> added(Place place, MultiValueMap<String, String> data, ServerWebExchange exchange) {
        var wordless = place.view().beside("PUT").findFirst();
        if (wordless.isPresent()) {
            return api.act(exchange, HttpMethod.PUT, wordless.get().path());
        }
        var asking = asking(place, data.keySet()).orElseThrow(Offers::none);
        var form = forms.of(asking, place.language());
        return api.post(exchange, asking.path(), Typed.of(form, data::getFirst).body(form));
    }

    /** The one that asks for the least, yet for all that was sent. */
    private Optional<Operation> asking(Place place, Set<String> sent) {
        var fields = sent.stream().filter(name -> !name.startsWith("_")).collect(Collectors.toSet());
        return place.view()
                .beside("POST")
                .sorted(Comparator.comparing(
                        operation -> inputs(operation, place).size()))
                .filter(operation -> inputs(operation, place).containsAll(fields))
                .findFirst();
    }

    private List<String> inputs(Operation operation, Place place) {
        return forms.of(operation, place.language()).fields().stream()
                .flatMap(Field::inputs)
                .toList();
    }

    private static String number(@Nullable String sent) {
        var number = sent == null ? "-" : sent;
        if (!NUMBER.matcher(number).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return number;
    }

    private Rendering shown(Place place, Reply reply) {
        return reply.status() == HttpStatus.UNAUTHORIZED.value()
                ? Views.login(place.page())
                : reply.isAnswer()
                        ? Rendering.redirectTo(place.page()).build()
                        : views.own(place.offer(), place.view(), reply, place.language());
    }
}
