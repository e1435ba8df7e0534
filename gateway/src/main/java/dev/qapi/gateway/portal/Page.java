package dev.qapi.gateway.portal;

import dev.qapi.eservice.EventType;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.login.Account;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page knows.
 *
 * @param query what the address says besides the language
 * @param sandbox whether the registers are simulated
 * @param login whether one can log in here
 * @param account who is logged in, if anybody is
 * @param csrf what a form of whoever is logged in has to send along
 */
record Page(
        Language language,
        MultiValueMap<String, String> query,
        boolean sandbox,
        boolean login,
        @Nullable Account account,
        @Nullable CsrfToken csrf) {

    /** Said in the address of a form that somebody who is logged in fills in for somebody else. */
    static final String FOR_ANOTHER = "other";

    /** Name of the model attribute. */
    static final String ATTRIBUTE = "page";

    static Page of(ServerWebExchange exchange, Personas personas, boolean login, @Nullable Account account) {
        var language = Language.of(exchange.getLocaleContext().getLocale());
        return new Page(
                language,
                exchange.getRequest().getQueryParams(),
                personas.areOffered(),
                login,
                account,
                exchange.getAttribute(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME));
    }

    /** The languages to switch to. */
    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** Where a form goes. One with files streams, so its token stands in the address and not in a field. */
    public String action(String path, boolean streams) {
        return action(path, streams, "");
    }

    /** Where the same form goes to be looked through before it counts. */
    public String check(String path, boolean streams) {
        return action(path, streams, "check");
    }

    /** Where it goes to be changed, from that step on. */
    public String change(String path, int step) {
        return UriComponentsBuilder.fromUriString(action(path, false))
                .queryParam("edit", step)
                .build()
                .toUriString();
    }

    private String action(String path, boolean streams, String what) {
        var action = UriComponentsBuilder.fromPath(path);
        if (query.containsKey(FOR_ANOTHER)) {
            action.queryParam(FOR_ANOTHER);
        }
        if (!what.isEmpty()) {
            action.queryParam(what);
        }
        if (streams && csrf != null) {
            action.queryParam(csrf.getParameterName(), csrf.getToken());
        }
        return action.build().toUriString();
    }

    /** The events after which a page about whoever is logged in may be out of date, by their names. */
    public String events() {
        return Stream.of(EventType.values()).map(EventType::text).collect(Collectors.joining(" "));
    }

    /** This same place in another language: relative, so that the path is never written by anybody but the browser. */
    public String in(Language other) {
        var same = UriComponentsBuilder.newInstance();
        query.forEach((name, values) -> same.queryParam(name, values.toArray()));
        return same.replaceQueryParam("lang", other.tag()).encode().build().toUriString();
    }
}
