package dev.qapi.gateway.filing;

import com.nimbusds.jose.jwk.JWKSet;
import dev.qapi.gateway.crypto.Signer;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key of our receipts and papers, for everybody (RFC 7517). */
@RestController
class PublishedKeys {

    private static final MediaType KEYS = MediaType.parseMediaType("application/jwk-set+json");
    private final Map<String, Object> keys;

    PublishedKeys(Signer signer) {
        this.keys = new JWKSet(signer.publicKey()).toJSONObject(true);
    }

    @GetMapping(path = "/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .contentType(KEYS)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(keys);
    }
}
