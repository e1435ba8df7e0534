package dev.qapi.eservice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a portal wants something sent to. Whether that leads out of our own network is known only when it is connected to.
 *
 * @param uri an absolute one of HTTP with a host that everybody reads alike
 */
public record WebhookAddress(URI uri) {

    private static final String SHAPE = "https?://[A-Za-z0-9.:\\[\\]-]+(?:/[!-~]*)?";
    private static final int LONGEST = 500;

    /** @throws Malformed if it is none, names somebody before the host or a part of a page, or is longer than 500 characters */
    @JsonCreator
    public static WebhookAddress of(String typed) {
        if (typed.length() > LONGEST || !typed.matches(SHAPE)) {
            throw new Malformed(Rule.ADDRESS);
        }
        try {
            var uri = new URI(typed);
            if (uri.getHost() == null || uri.getRawFragment() != null || uri.getPort() == 0 || uri.getPort() > 65535) {
                throw new Malformed(Rule.ADDRESS);
            }
            return new WebhookAddress(uri);
        } catch (URISyntaxException e) {
            throw new Malformed(Rule.ADDRESS);
        }
    }

    /** As it was typed. */
    @JsonValue
    @Override
    public String toString() {
        return uri.toString();
    }
}
