package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** A form before it has an answer: empty, as it was typed, with what is wrong, or to be looked through. */
@Component
class FormViews {

    private final Personas personas;
    private final Outages outages;

    FormViews(Personas personas, Outages outages) {
        this.personas = personas;
        this.outages = outages;
    }

    Rendering form(Offer offer, Form form, Typed typed, Language language) {
        return shown(offer, form, typed, 1, language).build();
    }

    /**
     * @param now the step to begin with
     * @param stale whether it was opened under another login
     */
    Rendering edited(Offer offer, Form form, Typed typed, int now, boolean stale, Language language) {
        return Views.personal(shown(offer, form, typed, now, language)
                        .modelAttribute("reposted", typed)
                        .modelAttribute("stale", stale))
                .build();
    }

    /** The form as it was typed so far. */
    Rendering at(Offer offer, Form form, Typed typed, int now, Language language) {
        return edited(offer, form, typed, now, false, language);
    }

    /** What is about to be filed. */
    Rendering check(Offer offer, Form form, Typed typed, Language language) {
        return Views.personal(Rendering.view("check"))
                .modelAttribute("offer", offer)
                .modelAttribute("form", form)
                .modelAttribute("typed", typed)
                .modelAttribute("reposted", typed)
                .modelAttribute("outages", outages.of(offer, language))
                .build();
    }

    /** The form as it was typed before the login had ended. */
    Rendering restored(Offer offer, Form form, Typed typed, Language language) {
        return Views.personal(shown(offer, form, typed, 1, language).modelAttribute("restored", true))
                .build();
    }

    /** @param isKept whether what was typed is still there after a login */
    Rendering trouble(
            Offer offer, Form form, Typed typed, Trouble trouble, Reply reply, boolean isKept, Language language) {
        var page = troubled(offer, form, typed, trouble, language).modelAttribute("kept", isKept);
        var later = reply.headers().getFirst(HttpHeaders.RETRY_AFTER);
        return (later == null ? page : page.header(HttpHeaders.RETRY_AFTER, later)).build();
    }

    Rendering incomplete(Offer offer, Form form, Typed typed, Trouble trouble, Language language) {
        return troubled(offer, form, typed, trouble, language).build();
    }

    private Rendering.Builder<?> troubled(Offer offer, Form form, Typed typed, Trouble trouble, Language language) {
        return Views.personal(shown(offer, form, typed, form.first(trouble.fields()), language))
                .modelAttribute("reposted", typed)
                .modelAttribute("trouble", trouble)
                .status(HttpStatusCode.valueOf(trouble.status()));
    }

    private Rendering.Builder<?> shown(Offer offer, Form form, Typed typed, int now, Language language) {
        return Rendering.view("form")
                .modelAttribute("offer", offer)
                .modelAttribute("form", form)
                .modelAttribute("typed", typed)
                .modelAttribute("now", now)
                .modelAttribute("outages", outages.of(offer, language))
                .modelAttribute("personas", personas.of(offer));
    }
}
