package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.problem.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** Which template shows what, and what a browser may keep of it: nothing that tells of a person. */
@Component
class Views {

    private final Catalogue catalogue;
    private final Templates templates;

    Views(Catalogue catalogue, Templates templates) {
        this.templates = templates;
        this.catalogue = catalogue;
    }

    Rendering noForm(Offer offer) {
        return Rendering.view("no-form").modelAttribute("offer", offer).build();
    }

    /** The answer itself, to be saved. */
    static Rendering paper(Reply reply) {
        return new SavedPaper(reply);
    }

    Rendering answer(Offer offer, Operation inquiry, Form form, Typed typed, Reply reply, Language language) {
        return answered(personal(Rendering.view("answer")), offer, inquiry, reply, language)
                .modelAttribute("filed", form.files())
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

    /** What is told to whoever is logged in about themselves, or why it is not. */
    Rendering own(Offer offer, OwnView view, Reply reply, Language language) {
        var page =
                personal(Rendering.view("own")).modelAttribute("offer", offer).modelAttribute("view", view);
        return reply.isAnswer()
                ? answered(page, offer, view.asked(), reply, language).build()
                : page.modelAttribute("trouble", Trouble.of(reply, new Form(List.of())))
                        .status(HttpStatusCode.valueOf(reply.status()))
                        .build();
    }

    /** The newest version and the form for another; with what was wrong with what was sent, if anything was. */
    Rendering edit(
            Offer offer,
            String address,
            Form form,
            Typed typed,
            Reply newest,
            @Nullable Trouble trouble,
            boolean isKept,
            boolean stale,
            Language language) {
        var page = personal(Rendering.view("edit"))
                .modelAttribute("stale", stale)
                .modelAttribute("offer", offer)
                .modelAttribute("address", address)
                .modelAttribute("kept", isKept);
        if (!newest.isAnswer()) {
            return page.modelAttribute("trouble", Trouble.of(newest, new Form(List.of())))
                    .status(HttpStatusCode.valueOf(newest.status()))
                    .build();
        }
        page.modelAttribute("form", form).modelAttribute("typed", typed);
        if (trouble != null) {
            page.modelAttribute("trouble", trouble).status(HttpStatusCode.valueOf(trouble.status()));
        }
        return answered(page, offer, offer.edit().orElseThrow(), newest, language)
                .build();
    }

    /** @param back where to come back to, a path of ours */
    static Rendering login(String back) {
        return Rendering.redirectTo("/login?return=" + back).build();
    }

    private Rendering.Builder<?> answered(
            Rendering.Builder<?> page, Offer offer, Operation asked, Reply reply, Language language) {
        var template = template(offer, asked);
        return page.modelAttribute("offer", offer)
                .modelAttribute("origins", Origins.of(offer.contract(), language, name -> register(name, language)))
                .modelAttribute("answer", reply.body())
                .modelAttribute("tables", new Tables(offer).of(asked))
                .modelAttribute("charts", asked.node().get("x-charts").isPresent())
                .modelAttribute("standing", Standing.of(reply, name -> register(name, language)))
                .modelAttribute("template", template.orElse("answers/any"))
                .modelAttribute("shown", template.isPresent() ? Shown.NOTHING : Showing.of(asked, reply, language));
    }

    /** Of the operation if it has one of its own, else of the e-service; what is filed for oneself is told as for anybody. */
    private Optional<String> template(Offer offer, Operation asked) {
        return Stream.of(offer.own() ? "" : new OwnView(asked).name(), "")
                .map(name -> "answers/" + offer.id() + (name.isEmpty() ? "" : "-" + name))
                .filter(templates::has)
                .findFirst();
    }

    static Rendering.Builder<?> personal(Rendering.Builder<?> page) {
        return page.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private String register(String name, Language language) {
        return catalogue.name(Register.valueOf(name), language.tag());
    }
}
