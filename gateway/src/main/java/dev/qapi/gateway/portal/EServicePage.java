package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An e-service's form, and what the API says to it. What was typed travels in bodies only, never in an address. */
@Controller
@RequestMapping("/{id:[a-z][a-z0-9-]*}")
class EServicePage {

    private static final String PART = "/{part:[a-z][a-z0-9-]*}";

    private final SuitedOffers offers;
    private final Forms forms;
    private final Views views;
    private final Personas personas;
    private final SentForms sentForms;
    private final Api api;

    EServicePage(SuitedOffers offers, Forms forms, Views views, Personas personas, SentForms sentForms, Api api) {
        this.offers = offers;
        this.forms = forms;
        this.views = views;
        this.personas = personas;
        this.sentForms = sentForms;
        this.api = api;
    }

    /** The form, in the sandbox filled in for a persona if one is named; what is about nobody is shown at once. */
    @GetMapping
    Mono<Rendering> page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String persona,
            Locale locale,
            ServerWebExchange exchange) {
        return offers.of(id, null, exchange).flatMap(offer -> page(offer, persona, Language.of(locale), exchange));
    }

    private Mono<Rendering> page(Offer offer, @Nullable String persona, Language language, ServerWebExchange exchange) {
        if (offer.information().isPresent()) {
            var asked = offer.information().get();
            return api.get(exchange, asked.path(), Map.of())
                    .map(reply -> views.information(offer, asked, reply, language));
        }
        var form = offer.inquiry().map(inquiry -> forms.of(inquiry, language));
        return Mono.just(form.map(fields ->
                        views.form(offer, fields, anew(fields, personas.typed(offer, persona, fields)), language))
                .orElseGet(() -> views.noForm(offer)));
    }

    /** The form again as it was typed: after an answer, or in another language. */
    @PostMapping(
            path = {"", PART},
            params = "edit")
    Mono<Rendering> edit(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String part,
            Locale locale,
            ServerWebExchange exchange) {
        var language = Language.of(locale);
        return offers.of(id, part, exchange).zipWith(exchange.getFormData(), (offer, data) -> {
            var form = forms.of(inquiry(offer), language);
            return views.edited(offer, form, anew(form, typed(form, data)), language);
        });
    }

    /** The answer, or the form again with what is wrong. */
    @PostMapping({"", PART})
    Mono<Rendering> ask(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String part,
            Locale locale,
            ServerWebExchange exchange) {
        return offers.of(id, part, exchange).flatMap(offer -> ask(offer, Language.of(locale), exchange));
    }

    private Mono<Rendering> ask(Offer offer, Language language, ServerWebExchange exchange) {
        var inquiry = inquiry(offer);
        var form = forms.of(inquiry, language);
        return sentForms.read(exchange).flatMap(sent -> {
            var typed = Typed.of(form, sent.values()::get);
            var refused = sent.refused();
            return refused == null
                    ? answer(exchange, offer, inquiry, form, typed, language)
                    : Mono.just(views.trouble(offer, form, typed, Trouble.ofFile(refused, form), refused, language));
        });
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange, Offer offer, Operation inquiry, Form form, Typed typed, Language language) {
        return reply(exchange, inquiry, form, typed)
                .map(reply -> reply.isPaper()
                        ? Views.paper(reply)
                        : reply.isAnswer()
                                ? views.answer(offer, inquiry, form, typed, reply, language)
                                : views.trouble(
                                        offer, form, kept(typed, reply), Trouble.of(reply, form), reply, language));
    }

    private Mono<Reply> reply(ServerWebExchange exchange, Operation inquiry, Form form, Typed typed) {
        return form.files()
                ? api.file(exchange, inquiry.path(), typed.body(form), typed.key())
                : api.post(exchange, inquiry.path(), typed.body(form));
    }

    private static Typed anew(Form form, Typed typed) {
        return form.files() ? typed.withNewKey() : typed;
    }

    /** With its key, so that what may be stored already is not filed twice; unless something else was filed with it. */
    private static Typed kept(Typed typed, Reply reply) {
        return reply.status() == HttpStatus.UNPROCESSABLE_CONTENT.value() ? typed.withNewKey() : typed;
    }

    private static Typed typed(Form form, MultiValueMap<String, String> data) {
        return Typed.of(form, data::getFirst);
    }

    private static Operation inquiry(Offer offer) {
        return offer.inquiry().orElseThrow(() -> new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED));
    }
}
