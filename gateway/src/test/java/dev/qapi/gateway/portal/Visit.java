package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.Browser;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.FormElement;

/** Somebody who goes wherever the pages lead, and sends every form as it is filled in for a persona, and empty. */
record Visit(Browser browser, String language) {

    private static final int PERSONAS = 3;

    /** Whatever is open to anybody. */
    Stream<Seen> open() {
        var home = page("/?lang=" + language);
        return Stream.of(
                        Stream.of(home),
                        home.links(".offers a").flatMap(this::service),
                        home.links("footer a").map(this::page),
                        Stream.of("/verify", "/problems/register-down", "/nothing")
                                .map(this::page))
                .flatMap(pages -> pages);
    }

    /** Whatever is about whoever is logged in. */
    Stream<Seen> own() {
        var account = page("/account?lang=" + language);
        return Stream.concat(Stream.of(account), account.links(".offers a").map(this::page));
    }

    private Seen page(String address) {
        var answer = browser.get(address, "Accept", "text/html");
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        return Seen.of(address, answer.body());
    }

    private Stream<Seen> service(String address) {
        var page = page(address);
        return Stream.of(
                        Stream.of(page),
                        page.links("main > p:not(.own) a")
                                .filter(further -> further.startsWith(address + '/'))
                                .map(this::page),
                        page.parsed().selectFirst("form.inquiry") == null ? Stream.<Seen>of() : Stream.of(sent(page)),
                        page.links("details a").limit(PERSONAS).map(this::page).flatMap(this::filed))
                .flatMap(pages -> pages);
    }

    /** What comes of it, and what is looked through before it counts. */
    private Stream<Seen> filed(Seen page) {
        var answer = sent(page);
        return answer.parsed().selectFirst("form.check") == null ? Stream.of(answer) : Stream.of(answer, sent(answer));
    }

    private Seen sent(Seen page) {
        var form = (FormElement) Objects.requireNonNull(page.parsed().selectFirst("form.inquiry, form.check"));
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.remove("_enter"); // a button, which nobody has pressed
        return Seen.of(
                page.how() + " sent",
                browser.post(form.attr("action"), fields, "Accept", "text/html").body());
    }
}
