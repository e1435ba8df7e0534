package dev.qapi.gateway.portal;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The API's documentation: the contracts themselves, and a viewer for them. */
@Controller
@RequestMapping("/docs")
class DocsPage {

    private final Offers offers;
    private final JsonMapper json;

    DocsPage(Offers offers, JsonMapper json) {
        this.offers = offers;
        this.json = json;
    }

    /** The viewer, showing the API of one e-service. */
    @GetMapping
    String docs(@RequestParam(required = false) @Nullable String api, Model model) {
        model.addAttribute("offers", offers.all());
        model.addAttribute("chosen", api == null ? offers.all().getFirst() : offers.of(api));
        return "docs";
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
