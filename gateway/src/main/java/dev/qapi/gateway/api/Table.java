package dev.qapi.gateway.api;

import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.identifier.Malformed.Rule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads CSV as the JSON that it means, so that it is judged by the same rules and a mistake is named by row and column.
 *
 * @param list the component that has the rows
 */
record Table(RecordComponent list) {

    private static final CsvMapper CSV = new CsvMapper();
    private static final JsonMapper JSON = new JsonMapper();

    static boolean is(Class<?> type) {
        return Shape.of(type).parts().stream().anyMatch(it -> it.rows() != null);
    }

    static Table of(Class<?> type) {
        return new Table(Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == List.class)
                .findFirst()
                .orElseThrow());
    }

    /** The record that each element of a list of an inquiry is. */
    static Class<?> rows(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    /** @throws MalformedFields if it is no CSV in UTF-8 */
    ObjectNode read(byte[] body) {
        var text = text(body);
        var head = text.lines().findFirst().orElse("");
        var schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(head.contains(";") ? ';' : ',');
        var numbers = numbers();
        var object = JSON.createObjectNode();
        var rows = object.putArray(list.getName());
        try (var lines = CSV.readerFor(Map.class).with(schema).<Map<String, String>>readValues(text)) {
            while (lines.hasNextValue()) {
                var line = lines.nextValue();
                if (line.values().stream().allMatch(String::isBlank)) {
                    continue; // what a spreadsheet leaves behind
                }
                var row = rows.addObject();
                line.forEach((column, cell) -> put(row, column.strip(), cell.strip(), numbers));
            }
        } catch (JacksonException notCsv) {
            throw noTable();
        }
        return object;
    }

    private Set<String> numbers() {
        return Arrays.stream(rows(list).getRecordComponents())
                .filter(component -> component.getType() == int.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static void put(ObjectNode row, String column, String cell, Set<String> numbers) {
        if (numbers.contains(column) && cell.matches("[0-9]{1,9}")) {
            row.put(column, Integer.parseInt(cell));
        } else {
            row.put(column, cell);
        }
    }

    private static String text(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherwiseEncoded) {
            throw noTable();
        }
    }

    private static MalformedFields noTable() {
        return new MalformedFields(List.of(new Field("", Rule.BODY)));
    }
}
