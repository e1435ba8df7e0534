package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.login.TypedForms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asks the API what was sent, and shows the answer, or the form again with what is wrong. */
@Component
class Asking {

    private final Forms forms;
    private final FilledForms filled;
    private final TypedForms typedForms;
    private final Views views;
    private final FormViews formViews;
    private final Api api;

    Asking(Forms forms, FilledForms filled, TypedForms typedForms, Views views, FormViews formViews, Api api) {
        this.forms = forms;
        this.filled = filled;
        this.typedForms = typedForms;
        this.views = views;
        this.formViews = formViews;
        this.api = api;
    }

    Mono<Rendering> ask(Offer suited, Sent sent, Language language, ServerWebExchange exchange) {
        var offer = sent.isOwn() ? suited.mine() : suited;
        var inquiry = inquiry(offer);
        var form = forms.of(inquiry, language);
        var typed = Typed.of(form, sent.values()::get);
        var refused = sent.refused();
        return refused == null
                ? answer(exchange, offer, inquiry, form, typed, language)
                : filled.of(exchange, inquiry, form)
                        .map(asked -> formViews.trouble(
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
                (asked, kept) ->
                        formViews.trouble(offer, asked, typed, Trouble.of(reply, asked), reply, kept, language));
    }

    private Mono<Reply> reply(ServerWebExchange exchange, Operation inquiry, Form form, Typed typed) {
        return form.files()
                ? api.file(exchange, inquiry.path(), typed.body(form), typed.key())
                : api.post(exchange, inquiry.path(), typed.body(form));
    }

    /** With its key, so that what may be stored already is not filed twice; unless something else was filed with it. */
    private static Typed kept(Typed typed, Reply reply) {
        return reply.status() == HttpStatus.UNPROCESSABLE_CONTENT.value() ? typed.withNewKey() : typed;
    }

    static Operation inquiry(Offer offer) {
        return offer.inquiry().orElseThrow(() -> new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED));
    }
}
