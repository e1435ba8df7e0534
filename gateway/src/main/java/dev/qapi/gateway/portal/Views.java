package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.problem.Catalogue;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** Which template shows what, and what a browser may keep of it: nothing that tells of a person. */
@Component
class Views {

    private final Personas personas;
    private final Catalogue catalogue;
    private final Templates templates;
    private final Outages outages;

    Views(Personas personas, Catalogue catalogue, Templates templates, Outages outages) {
        this.outages = outages;
        this.templates = templates;
        this.personas = personas;
        this.catalogue = catalogue;
    }

    Rendering noForm(Offer offer) {
        return Rendering.view("no-form").modelAttribute("offer", offer).build();
    }

    Rendering form(Offer offer, Form form, Typed typed, Language language) {
        return shown(offer, form, typed, language).build();
    }

    Rendering edited(Offer offer, Form form, Typed typed, Language language) {
        return personal(shown(offer, form, typed, language).modelAttribute("reposted", typed))
                .build();
    }

    Rendering trouble(Offer offer, Form form, Typed typed, Trouble trouble, Reply reply, Language language) {
        var page = personal(shown(offer, form, typed, language))
                .modelAttribute("reposted", typed)
                .modelAttribute("trouble", trouble)
                .status(HttpStatusCode.valueOf(trouble.status()));
        var later = reply.headers().getFirst(HttpHeaders.RETRY_AFTER);
        return (later == null ? page : page.header(HttpHeaders.RETRY_AFTER, later)).build();
    }

    Rendering answer(Offer offer, Operation inquiry, Typed typed, Reply reply, Language language) {
        return answered(personal(Rendering.view("answer")), offer, inquiry, reply, language)
                .modelAttribute("reposted", typed)
                .build();
    }

    /** An answer that is about nobody, or why there is none. */
    Rendering information(Offer offer, Operation asked, Reply reply, Language language) {
        var page = Rendering.view("no-form");
        return reply.isAnswer()
                ? answered(page, offer, asked, reply, language).build()
                : page.modelAttribute("offer", offer)
                        .modelAttribute("trouble", Trouble.of(reply, new Form(List.of())))
                        .status(HttpStatusCode.valueOf(reply.status()))
                        .build();
    }

    private Rendering.Builder<?> answered(
            Rendering.Builder<?> page, Offer offer, Operation asked, Reply reply, Language language) {
        var template = "answers/" + offer.id();
        var handMade = templates.has(template);
        return page.modelAttribute("offer", offer)
                .modelAttribute("answer", reply.body())
                .modelAttribute("standing", Standing.of(reply, name -> register(name, language)))
                .modelAttribute("template", handMade ? template : "answers/any")
                .modelAttribute("shown", handMade ? Shown.NOTHING : Showing.of(asked, reply, language));
    }

    private Rendering.Builder<?> shown(Offer offer, Form form, Typed typed, Language language) {
        return Rendering.view("form")
                .modelAttribute("offer", offer)
                .modelAttribute("form", form)
                .modelAttribute("typed", typed)
                .modelAttribute("outages", outages.of(offer, language))
                .modelAttribute("personas", personas.of(offer));
    }

    private static Rendering.Builder<?> personal(Rendering.Builder<?> page) {
        return page.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private String register(String name, Language language) {
        return catalogue.name(Register.valueOf(name), language.tag());
    }
}
