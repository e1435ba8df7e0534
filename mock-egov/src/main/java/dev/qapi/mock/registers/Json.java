package dev.qapi.mock.registers;

import dev.qapi.mock.population.Baku;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a strict register reads and writes it: one value, no key twice, moments by the clock on the office's wall. */
public final class Json {

    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(Baku.ZONE);

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultPropertyInclusion(
                    it -> it.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(Instant.class, new Moments()))
            .build();

    private Json() {}

    /** Empty if it is none; no body at all is {@code null}. */
    public static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(body.length == 0 ? of(null) : MAPPER.readTree(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** A value as JSON; what a record leaves open is left out. */
    public static JsonNode of(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    /** An object with nothing in it yet. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A list with nothing in it yet. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** As it goes over the wire. */
    public static byte[] bytes(JsonNode json) {
        return MAPPER.writeValueAsBytes(json);
    }

    /** A moment as it is told, to the millisecond. */
    public static String text(Instant moment) {
        return WALL_CLOCK.format(moment.truncatedTo(ChronoUnit.MILLIS));
    }

    private static final class Moments extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
            json.writeString(text(moment));
        }
    }
}
