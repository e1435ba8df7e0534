package dev.qapi.gateway.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as it is written and nothing else: no key twice, no bytes behind the end, no number for a text, no unknown enum
 * value, nothing missing that a type does not mark {@code @Nullable}. What Jackson forgives by default would turn a
 * register's {@code {}} into "nothing found".
 */
public final class StrictJson {

    private static final int LARGEST = 256 * 1024;

    private StrictJson() {}

    /** For replies of registers: fields that we do not know are their business. */
    public static JsonMapper forRegisters() {
        return builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** For what people send: a field that we do not know is a mistake that they want to hear of. */
    public static JsonMapper.Builder forPeople() {
        return builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(constraints())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultLeniency(false)
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .withCoercionConfig(LogicalType.Textual, StrictJson::onlyText)
                .addModule(new StrictTimes())
                .annotationIntrospector(new NullMarkedIntrospector());
    }

    private static void onlyText(MutableCoercionConfig text) {
        for (var shape : CoercionInputShape.values()) {
            if (shape != CoercionInputShape.String) {
                text.setCoercion(shape, CoercionAction.Fail);
            }
        }
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxStringLength(16 * 1024)
                .maxNumberLength(40)
                .maxNameLength(256)
                .maxDocumentLength(LARGEST)
                .build();
    }
}
