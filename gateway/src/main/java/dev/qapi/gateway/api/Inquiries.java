package dev.qapi.gateway.api;

import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.json.StrictJson;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what people ask: every malformed field is named at once, so that nobody corrects them one by one. */
class Inquiries {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    private final JsonMapper json = StrictJson.forPeople().build();
    private final MadeUpPersons madeUp;
    private final Clock clock;

    Inquiries(MadeUpPersons madeUp, Clock clock) {
        this.madeUp = madeUp;
        this.clock = clock;
    }

    /**
     * What the path says of it is read as if it stood in the body.
     *
     * @throws MalformedFields if it is no JSON object
     */
    ObjectNode tree(byte[] body, Class<? extends Inquiry> type, Map<String, String> path) {
        return PathFields.into(tree(body), type, path);
    }

    /** The same of a table: CSV with the names of the fields in its first line. */
    ObjectNode table(byte[] body, Class<? extends Inquiry> type, Map<String, String> path) {
        return PathFields.into(Table.of(type).read(body), type, path);
    }

    /** Whether the field of that name takes that value. */
    boolean fits(Class<? extends Inquiry> type, String name, JsonNode value) {
        var malformed = new ArrayList<Field>();
        Shape.of(type).parts().stream()
                .filter(part -> part.name().equals(name))
                .forEach(part -> convert(value, part.type(), "", malformed));
        return malformed.isEmpty();
    }

    /** @throws MalformedFields naming every field that is missing, unknown or malformed, or a person who is made up */
    <I extends Inquiry> I read(ObjectNode tree, Class<I> type) {
        var malformed = new ArrayList<Field>();
        check(tree, type, "", malformed);
        if (!malformed.isEmpty()) {
            throw new MalformedFields(malformed);
        }
        var inquiry = json.treeToValue(tree, type);
        inquiry.amiss(LocalDate.ofInstant(clock.instant(), BAKU))
                .forEach((pointer, rule) -> malformed.add(new Field(pointer, rule)));
        if (!malformed.isEmpty()) {
            throw new MalformedFields(malformed);
        }
        return madeUp.checked(inquiry);
    }

    private ObjectNode tree(byte[] body) {
        try {
            if (json.readTree(body) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (JacksonException notJson) {
            // told below, without quoting it
        }
        throw new MalformedFields(List.of(new Field("", Rule.BODY)));
    }

    private void check(JsonNode object, Class<?> type, String pointer, List<Field> malformed) {
        var shape = Shape.of(type);
        for (var part : shape.parts()) {
            var value = object.get(part.name());
            var place = pointer + '/' + part.name();
            if (value == null
                    || value.isNull()
                    || value.isString() && value.asString().isBlank()) {
                if (!part.isOptional()) {
                    malformed.add(new Field(place, Rule.REQUIRED));
                } else if (value != null && value.isString()) {
                    malformed.add(new Field(place, Rule.SHAPE));
                }
            } else if (part.type().isRecord() && value.isObject()) {
                check(value, part.type(), place, malformed);
            } else if (part.rows() != null && value.isArray()) {
                checkEach(value, part.rows(), place, malformed);
            } else {
                convert(value, part.type(), place, malformed);
            }
        }
        object.propertyNames().stream()
                .filter(name -> !shape.names().contains(name))
                .forEach(name -> malformed.add(new Field(pointer + pointer(name), Rule.UNKNOWN_FIELD)));
    }

    private void checkEach(JsonNode rows, Class<?> type, String pointer, List<Field> malformed) {
        for (var at = 0; at < rows.size(); at++) {
            var place = pointer + '/' + at;
            if (rows.get(at).isObject()) {
                check(rows.get(at), type, place, malformed);
            } else {
                malformed.add(new Field(place, Rule.SHAPE));
            }
        }
    }

    private void convert(JsonNode value, Class<?> type, String place, List<Field> malformed) {
        try {
            json.treeToValue(value, type);
        } catch (JacksonException e) {
            malformed.add(new Field(place, e.getCause() instanceof Malformed m ? m.rule() : Rule.SHAPE));
        }
    }

    /** RFC 6901; a name may be anything, so what could be typed into it by mistake is cut short. */
    static String pointer(String name) {
        return '/'
                + name.substring(0, Math.min(name.length(), 40))
                        .replace("~", "~0")
                        .replace("/", "~1");
    }
}
