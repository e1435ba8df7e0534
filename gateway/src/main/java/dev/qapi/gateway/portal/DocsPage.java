package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The API's documentation: how to begin, the contracts themselves and a viewer for them, what has changed. */
@Controller
@RequestMapping("/docs")
class DocsPage {

    private final Offers offers;
    private final Personas personas;
    private final JsonMapper json;
    private final String issuer;

    /** @param issuer who gives portals their tokens */
    DocsPage(Offers offers, Personas personas, JsonMapper json, @Value("${qapi.portals.issuer:}") String issuer) {
        this.offers = offers;
        this.personas = personas;
        this.json = json;
        this.issuer = issuer;
    }

    /** How to begin, and what there is. */
    @GetMapping
    Rendering docs(Locale locale, ServerWebExchange exchange) {
        var page = Rendering.view("docs")
                .modelAttribute("offers", offers.all())
                .modelAttribute("changes", Change.all(offers.all(), Language.of(locale)));
        offers.all().stream()
                .filter(offer -> !issuer.isEmpty() && !personas.of(offer).isEmpty())
                .findFirst()
                .ifPresent(offer -> begin(page, offer, exchange));
        return page.build();
    }

    /** A token and a first call, about an invented person. */
    private void begin(Rendering.Builder<?> page, Offer offer, ServerWebExchange exchange) {
        var example = personas.of(offer).getFirst();
        var address = UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                .replacePath(example.path())
                .replaceQuery(null)
                .toUriString();
        page.modelAttribute("tokens", issuer + "/oauth2/token")
                .modelAttribute("scope", offer.id())
                .modelAttribute("address", address)
                .modelAttribute("body", json.writeValueAsString(example.request()));
    }

    /** The viewer, showing the API of one e-service. */
    @GetMapping(params = "api")
    Rendering viewer(@RequestParam String api) {
        return Rendering.view("docs")
                .modelAttribute("offers", offers.all())
                .modelAttribute("chosen", offers.of(api))
                .build();
    }

    /** A contract's public part. */
    @GetMapping("/{id:[a-z][a-z0-9-]*}.json")
    ResponseEntity<byte[]> contract(@PathVariable String id) {
        Map<String, Object> document = PublicPart.of(offers.of(id).contract());
        var bytes = json.writeValueAsBytes(document);
        return ResponseEntity.ok()
                .eTag(DigestUtils.md5DigestAsHex(bytes))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes);
    }
}
