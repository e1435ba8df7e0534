package dev.qapi.gateway.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.gateway.crypto.Nonce;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Slot;
import dev.qapi.gateway.crypto.Stamp;
import dev.qapi.identifier.EmailAddress;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The addresses, their codes, and the words that end them: in the store nothing can be read without the gateway's secret. */
@Component
class NoticeNames {

    private static final long CODES = 100_000_000;
    private static final int DIGITS = 15;

    private final Pepper pepper;
    private final Stamp fresh;
    private final Stamp kept;
    private final Slot ends;

    NoticeNames(Pepper pepper) {
        this.pepper = pepper;
        this.fresh = pepper.stamp("notice code");
        this.kept = pepper.stamp("notice code kept");
        this.ends = pepper.slot("notice end", new byte[0]);
    }

    /** Eight digits that nobody can guess. */
    String code() {
        var stamp = fresh.on(Nonce.next().getBytes(UTF_8));
        return String.format(Locale.ROOT, "%08d", Long.parseLong(stamp.substring(0, DIGITS), 16) % CODES);
    }

    /** A keyed hash of it. */
    String kept(String owner, String code) {
        return kept.on(owner.getBytes(UTF_8), code.getBytes(UTF_8));
    }

    byte[] sealed(String owner, EmailAddress address) {
        return slot(owner).seal(address.reveal().getBytes(UTF_8));
    }

    EmailAddress address(StoredNotice notice) {
        return slot(notice.owner())
                .open(Objects.requireNonNull(notice.address()))
                .map(opened -> EmailAddress.of(new String(opened, UTF_8)))
                .orElseThrow(() -> new IllegalStateException("an address was changed, or sealed under another secret"));
    }

    private Slot slot(String owner) {
        return pepper.slot("notice address", owner.getBytes(UTF_8));
    }

    /** @param owner and the turn of an address */
    record Ending(String owner, String turn) {}

    /** A word that ends an address, and tells nothing to whoever else reads it. */
    String ending(StoredNotice notice) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ends.seal((notice.owner() + ' ' + notice.turn()).getBytes(UTF_8)));
    }

    /** What that word ends; empty if it is none of ours. */
    Optional<Ending> ended(String word) {
        try {
            return ends.open(Base64.getUrlDecoder().decode(word))
                    .map(opened -> new String(opened, UTF_8).split(" "))
                    .map(parts -> new Ending(parts[0], parts[1]));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
