package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.Problems;
import dev.qapi.identifier.Malformed.Rule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is about to be filed, to be looked through before it counts; nothing is filed here. */
@Controller
class CheckPage {

    private final SuitedOffers offers;
    private final Forms forms;
    private final FilledForms filled;
    private final SentForms sentForms;
    private final Asking asking;
    private final Problems problems;
    private final FormViews formViews;

    CheckPage(
            SuitedOffers offers,
            Forms forms,
            FilledForms filled,
            SentForms sentForms,
            Asking asking,
            Problems problems,
            FormViews formViews) {
        this.offers = offers;
        this.forms = forms;
        this.filled = filled;
        this.sentForms = sentForms;
        this.asking = asking;
        this.problems = problems;
        this.formViews = formViews;
    }

    @PostMapping(
            path = {"/{id:[a-z][a-z0-9-]*}", "/{id:[a-z][a-z0-9-]*}/{part:[a-z][a-z0-9-]*}"},
            params = "check")
    Mono<Rendering> check(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String part,
            Locale locale,
            ServerWebExchange exchange) {
        var language = Language.of(locale);
        return offers.of(id, part, exchange)
                .flatMap(suited -> sentForms.read(exchange).flatMap(sent -> {
                    var inquiry = Asking.inquiry(suited);
                    if (!suited.own() && (sent.isOwn() || Offer.isOwn(inquiry))) {
                        return asking.ask(suited, sent, language, exchange); // refused for want of a login
                    }
                    return filled.of(exchange, inquiry, forms.of(inquiry, language))
                            .map(form -> checked(new Draft(suited, form, sent, language), exchange));
                }));
    }

    private record Draft(Offer offer, Form form, Sent sent, Language language) {

        Typed typed() {
            return Typed.of(form, sent.values()::get);
        }
    }

    private Rendering checked(Draft draft, ServerWebExchange exchange) {
        var refused = draft.sent().refused();
        if (refused != null) {
            return formViews.trouble(
                    draft.offer(),
                    draft.form(),
                    draft.typed(),
                    Trouble.ofFile(refused, draft.form()),
                    refused,
                    false,
                    draft.language());
        }
        var empty = draft.form().empty(draft.typed());
        return empty.isEmpty()
                ? formViews.check(draft.offer(), draft.form(), draft.typed(), draft.language())
                : incomplete(draft, empty, exchange);
    }

    /** Whoever presses Enter in one step has not been asked what stands in the next. */
    private Rendering incomplete(Draft draft, List<Field> empty, ServerWebExchange exchange) {
        var form = draft.form();
        var typed = draft.typed();
        var asked = empty.stream()
                .filter(field -> !draft.sent().isByEnter() || form.step(field) <= form.begun(typed))
                .toList();
        return asked.isEmpty()
                ? formViews.at(draft.offer(), form, typed, form.first(empty), draft.language())
                : formViews.incomplete(draft.offer(), form, typed, trouble(form, asked, exchange), draft.language());
    }

    private Trouble trouble(Form form, List<Field> empty, ServerWebExchange exchange) {
        var fields = empty.stream()
                .map(field -> new MalformedFields.Field(field.pointer(), Rule.REQUIRED))
                .toList();
        return Trouble.of(problems.of(new MalformedFields(fields), exchange), form);
    }
}
