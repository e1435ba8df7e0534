package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.login.TypedForms;
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
    private final FilledForms filled;
    private final Views views;
    private final Personas personas;
    private final SentForms sentForms;
    private final TypedForms typedForms;
    private final Api api;

    EServicePage(
            SuitedOffers offers,
            Forms forms,
            FilledForms filled,
            Views views,
            Personas personas,
            SentForms sentForms,
            TypedForms typedForms,
            Api api) {
        this.offers = offers;
        this.forms = forms;
        this.filled = filled;
        this.views = views;
        this.personas = personas;
        this.sentForms = sentForms;
        this.typedForms = typedForms;
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
        return Mono.justOrEmpty(offer.inquiry())
                .flatMap(inquiry -> filled.of(exchange, inquiry, forms.of(inquiry, language)))
                .flatMap(form -> typedForms
                        .take(exchange, offer.page())
                        .map(values -> views.restored(offer, form, anew(form, Typed.of(form, values::get)), language))
                        .switchIfEmpty(Mono.fromSupplier(() ->
                                views.form(offer, form, anew(form, personas.typed(offer, persona, form)), language))))
                .switchIfEmpty(Mono.fromSupplier(() -> views.noForm(offer)));
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
        return offers.of(id, part, exchange)
                .flatMap(offer -> filled.of(exchange, inquiry(offer), forms.of(inquiry(offer), language))
                        .zipWith(
                                exchange.getFormData(),
                                (form, data) -> views.edited(offer, form, anew(form, typed(form, data)), language)));
    }

    /** The answer, or the form again with what is wrong. */
    @PostMapping({"", PART})
    Mono<Rendering> ask(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String part,
            Locale locale,
            ServerWebExchange exchange) {
        return offers.of(id, part, exchange)
                .flatMap(offer ->
                        sentForms.read(exchange).flatMap(sent -> ask(offer, sent, Language.of(locale), exchange)));
    }

    private Mono<Rendering> ask(Offer suited, Sent sent, Language language, ServerWebExchange exchange) {
        var offer = sent.isOwn() ? suited.mine() : suited;
        var inquiry = inquiry(offer);
        var form = forms.of(inquiry, language);
        var typed = Typed.of(form, sent.values()::get);
        var refused = sent.refused();
        return refused == null
                ? answer(exchange, offer, inquiry, form, typed, language)
                : filled.of(exchange, inquiry, form)
                        .map(asked -> views.trouble(
                                offer, asked, typed, Trouble.ofFile(refused, asked), refused, false, language));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange, Offer offer, Operation inquiry, Form form, Typed typed, Language language) {
        return reply(exchange, inquiry, form, typed)
                .flatMap(reply -> reply.isPaper()
                        ? Mono.just(Views.paper(reply))
                        : reply.isAnswer()
                                ? Mono.just(views.answer(offer, inquiry, form, typed, reply, language))
                                : trouble(exchange, offer, inquiry, form, kept(typed, reply), reply, language));
    }

    private Mono<Rendering> trouble(
            ServerWebExchange exchange,
            Offer offer,
            Operation inquiry,
            Form form,
            Typed typed,
            Reply reply,
            Language language) {
        var isKept = reply.status() == HttpStatus.UNAUTHORIZED.value()
                ? typedForms.keep(exchange, offer.page(), typed.values())
                : Mono.just(false);
        return Mono.zip(
                filled.of(exchange, inquiry, form),
                isKept,
                (asked, kept) -> views.trouble(offer, asked, typed, Trouble.of(reply, asked), reply, kept, language));
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
