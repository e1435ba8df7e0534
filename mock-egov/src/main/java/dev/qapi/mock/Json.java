package dev.qapi.mock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as a strict register reads it: one value, no key twice. */
final class Json {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Empty if it is none; no body at all is {@code null}, as in an example without a request. */
    static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(body.length == 0 ? of(null) : STRICT.readTree(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** An example's value. */
    static JsonNode of(@Nullable Object value) {
        return STRICT.valueToTree(value);
    }
}
