package dev.qapi.gateway.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Dates and moments as RFC 3339 writes them. Jackson by itself also takes seconds since 1970, arrays, digits in quotes,
 * and the date of a moment without asking in which zone.
 */
final class StrictTimes extends SimpleModule {

    StrictTimes() {
        addDeserializer(
                Instant.class,
                new Text<>(Instant.class, text -> OffsetDateTime.parse(text).toInstant()));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse));
    }

    private static final class Text<T> extends StdDeserializer<T> {

        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(getValueType(context), json);
            }
            try {
                return parse.apply(json.getString());
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), "", "not as RFC 3339 writes it");
            }
        }
    }
}
