package dev.qapi.gateway.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Stamp;
import dev.qapi.gateway.security.Who;
import dev.qapi.identifier.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what the events of somebody are found in the store: keyed hashes, which say nothing to whoever does not hold the gateway's secret. */
@Component
public class Owners {

    /** What the audit's names of persons are made for: an event about a look follows from the look's entry, which holds no other. */
    public static final String AUDITED = "audit";

    private final Pepper pepper;
    private final Stamp stamp;
    private final String nobody;

    /** @param pepper the gateway's secret */
    public Owners(Pepper pepper) {
        this.pepper = pepper;
        this.stamp = pepper.stamp("event owner");
        this.nobody = pepper.name(AUDITED, List.of());
    }

    /** A person or a company; null if it is nobody. */
    public @Nullable String of(List<Identifier> subject) {
        return audited(pepper.name(AUDITED, subject));
    }

    /** Whom the audit knows by that name; null if that is nobody, whom a question was about that named none. */
    public @Nullable String audited(String name) {
        return name.equals(nobody) ? null : stamp.on("person".getBytes(UTF_8), name.getBytes(UTF_8));
    }

    /** A portal. */
    public String portal(String client) {
        return stamp.on("portal".getBytes(UTF_8), client.getBytes(UTF_8));
    }

    /** Whoever calls; null if they have no events. */
    public @Nullable String of(Who who) {
        var portal = who.portal();
        return portal == null ? of(who.subject()) : portal(portal.client());
    }
}
