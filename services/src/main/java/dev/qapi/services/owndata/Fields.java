package dev.qapi.services.owndata;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.Identifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one record, each as a text that the person can read. */
final class Fields {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    private final Map<FieldName, Value> values = new EnumMap<>(FieldName.class);
    private final Words words;

    private Fields(Words words) {
        this.words = words;
    }

    static Map<FieldName, Value> of(Reply.Entry entry, Words words) {
        var fields = new Fields(words);
        entry.tell(fields);
        return fields.values;
    }

    /** What the register leaves out is left out. */
    Fields add(FieldName name, @Nullable Object value) {
        if (value != null) {
            values.put(name, new Value(text(value)));
        }
        return this;
    }

    private String text(Object value) {
        return switch (value) {
            case Identifier it -> it.reveal();
            case Enum<?> it -> words.of(it);
            case Instant it -> it.atZone(BAKU).toOffsetDateTime().toString();
            default -> value.toString();
        };
    }

    /** It may be anything about a person, so no log can print it. */
    record Value(@JsonValue String text) {
        @Override
        public String toString() {
            return "Value[•••]";
        }
    }
}
