package dev.qapi.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Stamp;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Stamps every field of a record, whatever their order, so that it is the same on disk and in the store. */
@Component
class AuditStamp {

    static final String FIELD = "stamp";

    /** Where a record has both of the names, both count. */
    private static final Comparator<String> BY_NAME =
            Comparator.comparing(AuditStamp::inBoth).thenComparing(Comparator.naturalOrder());

    private final Stamp stamp;

    AuditStamp(Pepper pepper) {
        this.stamp = pepper.stamp("audit");
    }

    /** On all fields but the stamp itself. */
    String on(Map<String, ?> fields) {
        var parts = new ArrayList<byte[]>();
        var sorted = new TreeMap<String, Object>(BY_NAME);
        sorted.putAll(fields);
        sorted.forEach((name, value) -> {
            if (!name.equals(FIELD)) {
                parts.add(inBoth(name).getBytes(UTF_8));
                parts.add(text(value).getBytes(UTF_8));
            }
        });
        return stamp.on(parts.toArray(byte[][]::new));
    }

    /** Whether the record is as it was written. */
    boolean isOn(Map<String, ?> fields) {
        return fields.get(FIELD) instanceof String given
                && MessageDigest.isEqual(given.getBytes(UTF_8), on(fields).getBytes(UTF_8));
    }

    /** Only the store calls it so. */
    private static String inBoth(String name) {
        return name.equals("_id") ? "id" : name;
    }

    /** A text never looks like a number, nor a moment like either. */
    private static String text(Object value) {
        return switch (value) {
            case String it -> "s" + it;
            case Integer it -> "n" + it;
            case Long it -> "n" + it;
            case Boolean it -> "b" + it;
            case Instant it -> "t" + it.toEpochMilli();
            case Date it -> "t" + it.getTime();
            default -> value.getClass().getName() + value;
        };
    }
}
