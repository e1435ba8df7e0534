package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.login.TypedForms;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
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
    private final FormViews formViews;
    private final Personas personas;
    private final SentForms sentForms;
    private final TypedForms typedForms;
    private final Asking asking;
    private final Api api;

    EServicePage(
            SuitedOffers offers,
            Forms forms,
            FilledForms filled,
            Views views,
            FormViews formViews,
            Personas personas,
            SentForms sentForms,
            TypedForms typedForms,
            Asking asking,
            Api api) {
        this.offers = offers;
        this.forms = forms;
        this.filled = filled;
        this.views = views;
        this.formViews = formViews;
        this.personas = personas;
        this.sentForms = sentForms;
        this.typedForms = typedForms;
        this.asking = asking;
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
                        .map(values ->
                                formViews.restored(offer, form, anew(form, Typed.of(form, values::get)), language))
                        .switchIfEmpty(Mono.fromSupplier(() -> formViews.form(
                                offer, form, anew(form, personas.typed(offer, persona, form)), language))))
                .switchIfEmpty(Mono.fromSupplier(() -> views.noForm(offer)));
    }

    /** The form again as it was typed: after an answer, or in another language. */
    @PostMapping(
            path = {"", PART},
            params = "edit")
    Mono<Rendering> edit(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String edit,
            Locale locale,
            ServerWebExchange exchange) {
        var language = Language.of(locale);
        return offers.of(id, part, exchange)
                .flatMap(offer -> filled.of(exchange, Asking.inquiry(offer), forms.of(Asking.inquiry(offer), language))
                        .zipWith(
                                sentForms.readFields(exchange),
                                (form, sent) -> formViews.edited(
                                        offer,
                                        form,
                                        anew(form, Typed.of(form, sent.values()::get)),
                                        step(edit),
                                        StaleForms.isOne(exchange),
                                        language)));
    }

    /** The step that is to be changed, if it says one. */
    private static int step(@Nullable String edit) {
        return edit != null && edit.matches("[1-9]") ? Integer.parseInt(edit) : 1;
    }

    /** The answer, or the form again with what is wrong. */
    @PostMapping({"", PART})
    Mono<Rendering> ask(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String part,
            Locale locale,
            ServerWebExchange exchange) {
        return offers.of(id, part, exchange)
                .flatMap(offer -> sentForms
                        .read(exchange)
                        .flatMap(sent -> asking.ask(offer, sent, Language.of(locale), exchange)));
    }

    private static Typed anew(Form form, Typed typed) {
        return form.files() ? typed.withNewKey() : typed;
    }
}
