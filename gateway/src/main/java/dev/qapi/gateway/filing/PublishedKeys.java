package dev.qapi.gateway.filing;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key of our receipts, for everybody (RFC 7517). */
@RestController
class PublishedKeys {

    private static final MediaType KEYS = MediaType.parseMediaType("application/jwk-set+json");
    private final Map<String, Object> keys;

    PublishedKeys(Receipts receipts) {
        this.keys = new JWKSet(receipts.publicKey()).toJSONObject(true);
    }

    @GetMapping(path = "/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .contentType(KEYS)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(keys);
    }
}
