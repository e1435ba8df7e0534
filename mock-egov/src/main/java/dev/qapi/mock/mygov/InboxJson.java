package dev.qapi.mock.mygov;

import dev.qapi.identifier.RegisterNumber;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The inbox's bodies, read strictly: every field there, none unknown, none twice, texts where texts belong. */
final class InboxJson {

    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private InboxJson() {}

    record Post(RegisterNumber pin, String clientReference, String title, String text) {
        Post {
            if (clientReference.isBlank() || title.isBlank() || text.isBlank()) {
                throw new IllegalArgumentException("A text is blank.");
            }
        }
    }

    record Receipt(String id, String at) {}

    record Search(RegisterNumber pin) {}

    record Found(String outcome, String asOf, boolean complete, Search subject, List<Line> messages) {}

    record Line(String id, String at, String title, String text, boolean read) {}

    record Refusal(String type, String message, String detail) {}
}
