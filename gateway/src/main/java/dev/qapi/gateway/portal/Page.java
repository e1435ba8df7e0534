package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page knows.
 *
 * @param query what the address says besides the language
 * @param sandbox whether the registers are simulated
 */
record Page(Language language, MultiValueMap<String, String> query, boolean sandbox) {

    /** Name of the model attribute. */
    static final String ATTRIBUTE = "page";

    static Page of(ServerWebExchange exchange, Personas personas) {
        var language = Language.of(exchange.getLocaleContext().getLocale());
        return new Page(language, exchange.getRequest().getQueryParams(), personas.areOffered());
    }

    /** The languages to switch to. */
    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** This same place in another language: relative, so that the path is never written by anybody but the browser. */
    public String in(Language other) {
        var same = UriComponentsBuilder.newInstance();
        query.forEach((name, values) -> same.queryParam(name, values.toArray()));
        return same.replaceQueryParam("lang", other.tag()).encode().build().toUriString();
    }
}
