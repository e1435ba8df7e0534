package dev.qapi.gateway.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.eservice.Event;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent, the same bytes at each attempt: what has happened and under which id, and nothing about anybody.
 *
 * @param id the same however often it is sent
 */
record Message(String id, String type, byte[] body) {

    static final String CHALLENGE = "webhook.challenge";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALGORITHM = "HmacSHA256";

    static Message of(Event event) {
        return of(
                event.id().text(),
                event.type().text(),
                event.at(),
                Map.of("id", event.id().text()));
    }

    /** @param word to be repeated */
    static Message challenge(String word, Instant now) {
        return of("chl_" + word, CHALLENGE, now, Map.of("challenge", word));
    }

    private static Message of(String id, String type, Instant at, Map<String, String> data) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("data", data);
        return new Message(id, type, JSON.writeValueAsBytes(body));
    }

    /** {@code webhook-signature} of version 1: HMAC-SHA-256 over id, time and body. */
    String signature(byte[] secret, long timestamp) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((id + '.' + timestamp + '.').getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
