package dev.qapi.gateway.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Slot;
import dev.qapi.gateway.crypto.Stamp;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The ids, addresses and secrets of webhooks. A secret follows from the id and the gateway's own: none lies anywhere. */
@Component
class WebhookNames {

    private static final String PREFIX = "whsec_";
    private static final int ID = 32;

    private final Pepper pepper;
    private final Stamp ids;
    private final Stamp secrets;

    WebhookNames(Pepper pepper) {
        this.pepper = pepper;
        this.ids = pepper.stamp("webhook id");
        this.secrets = pepper.stamp("webhook secret");
    }

    /** For the same attempt of the same portal the same. */
    String id(String owner, Attempt attempt) {
        return "wh_"
                + ids.on(owner.getBytes(UTF_8), attempt.key().getBytes(UTF_8)).substring(0, ID);
    }

    /** 32 bytes. */
    byte[] secret(String id) {
        return HexFormat.of().parseHex(secrets.on(id.getBytes(UTF_8)));
    }

    /** As Standard Webhooks writes it. */
    String secretText(String id) {
        return PREFIX + Base64.getEncoder().encodeToString(secret(id));
    }

    byte[] sealed(String id, WebhookAddress address) {
        return slot(id).seal(address.toString().getBytes(UTF_8));
    }

    WebhookAddress address(StoredWebhook webhook) {
        return slot(webhook.id())
                .open(webhook.address())
                .map(opened -> WebhookAddress.of(new String(opened, UTF_8)))
                .orElseThrow(() -> new IllegalStateException("a webhook was changed, or sealed under another secret"));
    }

    private Slot slot(String id) {
        return pepper.slot("webhook address", id.getBytes(UTF_8));
    }
}
