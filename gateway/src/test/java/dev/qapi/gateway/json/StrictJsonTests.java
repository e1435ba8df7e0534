package dev.qapi.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.qapi.identifier.DocumentNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTests {

    private static final JsonMapper registers = StrictJson.forRegisters();
    private static final JsonMapper people = StrictJson.forPeople().build();

    enum Colour {
        RED
    }

    record Inner(String name) {}

    record Thing(
            String text,
            boolean truth,
            int number,
            BigDecimal amount,
            Instant moment,
            LocalDate day,
            Colour colour,
            DocumentNumber document,
            Inner inner,
            List<Inner> inners,
            @Nullable String perhaps,
            @Nullable Inner perhapsInner,
            @Nullable List<Inner> perhapsInners) {}

    private static final Map<String, String> GOOD = Map.of(
            "text", "\"words\"",
            "truth", "true",
            "number", "7",
            "amount", "12.50",
            "moment", "\"2026-11-09T10:00:00+04:00\"",
            "day", "\"2026-11-09\"",
            "colour", "\"RED\"",
            "document", "\"C01234567\"",
            "inner", "{\"name\":\"x\"}",
            "inners", "[{\"name\":\"y\"}]");

    private static String with(String field, String value) {
        var fields = new TreeMap<>(GOOD);
        fields.put(field, value);
        return object(fields);
    }

    private static String without(String field) {
        var fields = new TreeMap<>(GOOD);
        fields.remove(field);
        return object(fields);
    }

    private static String object(Map<String, String> fields) {
        var members = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .toList();
        return "{" + String.join(",", members) + "}";
    }

    private static void isRefused(String json) {
        for (var mapper : List.of(registers, people)) {
            assertThatExceptionOfType(JacksonException.class)
                    .as(json)
                    .isThrownBy(() -> mapper.readValue(json, Thing.class));
        }
    }

    @Test
    void readsWhatIsWritten() {
        var thing = registers.readValue(object(GOOD), Thing.class);
        assertThat(thing.moment()).isEqualTo("2026-11-09T06:00:00Z");
        assertThat(thing.amount()).isEqualTo("12.50");
        assertThat(thing.perhaps()).isNull();
        assertThat(people.readValue(object(GOOD), Thing.class)).isEqualTo(thing);
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text|1",
                "text|1.5",
                "text|true",
                "text|[]",
                "text|[\"a\"]",
                "text|{}",
                "text|null",
                "truth|1",
                "truth|0",
                "truth|\"true\"",
                "truth|\"\"",
                "truth|null",
                "truth|[true]",
                "truth|{}",
                "number|\"7\"",
                "number|7.5",
                "number|7.0",
                "number|\"\"",
                "number|true",
                "number|null",
                "number|[7]",
                "number|99999999999",
                "number|07",
                "number|+7",
                "number|NaN",
                "amount|\"12.50\"",
                "amount|\"\"",
                "amount|true",
                "amount|null",
                "amount|[1]",
                "amount|NaN",
                "moment|1795000000",
                "moment|1795000000.5",
                "moment|\"1795000000\"",
                "moment|\"\"",
                "moment|\" \"",
                "moment|\"2026-11-09\"",
                "moment|\"2026-11-09T10:00:00\"",
                "moment|[2026,11,9]",
                "moment|null",
                "moment|\"soon\"",
                "moment|true",
                "moment|{}",
                "day|20000",
                "day|\"20000\"",
                "day|[2026,11,9]",
                "day|\"2026-11-09T20:00:00Z\"",
                "day|\"2026-11-09T20:00:00\"",
                "day|\"\"",
                "day|\"20261109\"",
                "day|\"2026-02-30\"",
                "day|null",
                "day|true",
                "day|{}",
                "colour|0",
                "colour|\"0\"",
                "colour|\"red\"",
                "colour|\"\"",
                "colour|\"BLUE\"",
                "colour|null",
                "colour|[\"RED\"]",
                "colour|{}",
                "colour|true",
                "document|12345678",
                "document|null",
                "document|\"\"",
                "document|[\"C01234567\"]",
                "document|{}",
                "document|true",
                "document|1.5",
                "inner|null",
                "inner|\"\"",
                "inner|[]",
                "inner|{}",
                "inner|{\"name\":null}",
                "inner|[{\"name\":\"x\"}]",
                "inners|null",
                "inners|{}",
                "inners|\"\"",
                "inners|\"[]\"",
                "inners|[null]",
                "inners|[{}]",
                "inners|{\"name\":\"x\"}",
                "inners|[{\"name\":null}]",
                "perhaps|1",
                "perhaps|false",
                "perhaps|[]",
                "perhapsInner|\"\"",
                "perhapsInner|{}",
                "perhapsInner|[]",
                "perhapsInners|[null]",
                "perhapsInners|\"\""
            })
    void refusesAValueOfAnotherShape(String field, String value) {
        isRefused(with(field, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text", "truth", "number", "amount", "moment", "day", "colour", "document", "inner", "inners"})
    void refusesAnAbsentValueUnlessItsTypeAllowsThat(String field) {
        isRefused(without(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"perhaps", "perhapsInner", "perhapsInners"})
    void whatMayBeAbsentMayBeNull(String field) {
        assertThat(registers.readValue(with(field, "null"), Thing.class))
                .isEqualTo(registers.readValue(object(GOOD), Thing.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", " x", "]", "}", "null", "1", "\u0000", "/* */"})
    void refusesAnythingBehindTheEnd(String tail) {
        isRefused(object(GOOD) + tail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "\"\"", "1", "true", "{", "{}", "{'text':1}"})
    void refusesWhatIsNoSuchObject(String json) {
        isRefused(json);
    }

    @Test
    void refusesAKeyTwiceEvenInsideWhatItDoesNotKnow() {
        isRefused(object(GOOD).replace("\"colour\":", "\"colour\":\"RED\",\"colour\":"));
        isRefused(object(GOOD).replace("\"name\":\"y\"", "\"name\":\"y\",\"name\":\"y\""));
        isRefused(with("unknown", "{\"a\":1,\"a\":1}"));
    }

    @Test
    void refusesBombs() {
        isRefused(with("unknown", "[".repeat(40) + "]".repeat(40)));
        isRefused(with("text", '"' + "x".repeat(17 * 1024) + '"'));
        isRefused(with("amount", "1".repeat(41)));
        isRefused(object(GOOD) + " ".repeat(300 * 1024));
        isRefused(with("x".repeat(300), "1"));
    }

    @Test
    void unknownFieldsAreARegistersBusinessAndAPersonsMistake() {
        var json = with("unknown", "{\"a\":[1,null]}");
        assertThat(registers.readValue(json, Thing.class)).isNotNull();
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> people.readValue(json, Thing.class));
    }
}
