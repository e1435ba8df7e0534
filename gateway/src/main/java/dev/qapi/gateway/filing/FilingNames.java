package dev.qapi.gateway.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.eservice.Attempt;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Slot;
import dev.qapi.gateway.crypto.Stamp;
import dev.qapi.gateway.events.Owners;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what filings are found in the store; none of it says anything to whoever does not hold the gateway's secret. */
@Component
class FilingNames {

    /** How the name of a caller begins that is a portal. */
    static final String PORTAL = "portal ";

    private final Pepper pepper;
    private final Stamp attempts;
    private final Stamp numbers;
    private final Owners owners;

    FilingNames(Pepper pepper) {
        this.pepper = pepper;
        this.attempts = pepper.stamp("filing attempt");
        this.numbers = pepper.stamp("filing number");
        this.owners = new Owners(pepper);
    }

    String id(String eservice, Attempt attempt) {
        return attempts.on(
                eservice.getBytes(UTF_8),
                attempt.caller().getBytes(UTF_8),
                attempt.key().getBytes(UTF_8));
    }

    /**
     * Follows from the id: should the same be accepted twice, since one gateway looked before another had stored it, the
     * register is given one reference and does it once.
     *
     * @param again another number for the same id, in case somebody has that one
     */
    FilingNumber number(String id, int again) {
        var stamp = numbers.on(id.getBytes(UTF_8), new byte[] {(byte) again});
        return FilingNumber.of(Long.parseUnsignedLong(stamp.substring(0, 16), 16));
    }

    String subject(List<Identifier> subject) {
        return pepper.name("filing subject", subject);
    }

    @Nullable
    String owner(List<Identifier> owner) {
        return owner.isEmpty() ? null : pepper.name("filing owner", owner);
    }

    /** Whose events tell what becomes of it: who is logged in, or the portal that filed it. */
    List<String> followers(List<Identifier> owner, Attempt attempt) {
        var person = owners.of(owner);
        if (person != null) {
            return List.of(person);
        }
        var caller = attempt.caller();
        return caller.startsWith(PORTAL) ? List.of(owners.portal(caller.substring(PORTAL.length()))) : List.of();
    }

    Slot body(String id) {
        return pepper.slot("filing body", id.getBytes(UTF_8));
    }

    Slot reply(String id) {
        return pepper.slot("filing reply", id.getBytes(UTF_8));
    }
}
