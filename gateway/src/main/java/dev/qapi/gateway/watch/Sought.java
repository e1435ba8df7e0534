package dev.qapi.gateway.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Slot;
import dev.qapi.gateway.crypto.Stamp;
import dev.qapi.gateway.json.StrictJson;
import dev.qapi.identifier.FilingNumber;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for somebody, as it lies in the store: sealed, found by who they are and what it is, and by nothing else. */
final class Sought<I extends Inquiry> {

    private static final JsonMapper JSON = StrictJson.forPeople().build();

    private final String kind;
    private final Class<I> type;
    private final Pepper pepper;
    private final Stamp ids;
    private final Stamp numbers;

    Sought(String kind, Class<I> type, Pepper pepper) {
        this.kind = kind;
        this.type = type;
        this.pepper = pepper;
        this.ids = pepper.stamp("subscription id");
        this.numbers = pepper.stamp("subscription number");
    }

    /** The same for the same. */
    String id(String owner, I sought) {
        return ids.on(owner.getBytes(UTF_8), kind.getBytes(UTF_8), JSON.writeValueAsBytes(sought));
    }

    FilingNumber number(String id) {
        var stamp = numbers.on(id.getBytes(UTF_8));
        return FilingNumber.of(Long.parseUnsignedLong(stamp.substring(0, 16), 16));
    }

    byte[] seal(String id, I sought) {
        return slot(id).seal(JSON.writeValueAsBytes(sought));
    }

    I open(Watch watch) {
        var opened = slot(watch.id())
                .open(Objects.requireNonNull(watch.sought()))
                .orElseThrow(
                        () -> new IllegalStateException("a subscription was changed, or sealed under another secret"));
        return JSON.readValue(opened, type);
    }

    private Slot slot(String id) {
        return pepper.slot("watch sought", id.getBytes(UTF_8));
    }
}
