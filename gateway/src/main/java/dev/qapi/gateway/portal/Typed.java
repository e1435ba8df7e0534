package dev.qapi.gateway.portal;

import dev.qapi.gateway.crypto.Nonce;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, by the names of the inputs, and the JSON body that it means. Nothing is judged here: that is the
 * API's part, and its answer comes back to the field. Never printed: it holds identifiers.
 */
final class Typed {

    static final Typed NOTHING = new Typed(Map.of());

    private final Map<String, String> values;

    private Typed(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the inputs of {@code form} and nothing else, so that what is re-posted is what was asked for. */
    static Typed of(Form form, Function<String, ? extends @Nullable String> input) {
        var values = new LinkedHashMap<String, String>();
        form.fields().stream().flatMap(Field::inputs).forEach(name -> {
            var value = input.apply(name);
            values.put(name, value == null ? "" : value.strip());
        });
        return new Typed(values).choosing(form);
    }

    /** The same with the only way of asking that anything was typed for, where none was chosen. */
    private Typed choosing(Form form) {
        var begun = form.fields().stream()
                .filter(this::has)
                .flatMap(field -> form.way(field).stream())
                .distinct()
                .toList();
        if (begun.size() != 1 || !value(Field.WAY).isEmpty()) {
            return this;
        }
        var chosen = new LinkedHashMap<>(values);
        chosen.put(Field.WAY, begun.getFirst());
        return new Typed(chosen);
    }

    /** The same as something to be filed anew. */
    Typed withNewKey() {
        var anew = new LinkedHashMap<>(values);
        anew.put(Field.KEY.name(), Nonce.next());
        return new Typed(anew);
    }

    /** What the filing is told from another by; empty if there is none. */
    String key() {
        return value(Field.KEY.name());
    }

    /** The values by the inputs' names. */
    public Map<String, String> values() {
        return values;
    }

    public String value(String input) {
        return values.getOrDefault(input, "");
    }

    /** Whether anything was typed there. */
    boolean has(Field field) {
        return field.inputs().anyMatch(input -> !value(input).isEmpty());
    }

    /** The body: nested as the names are dotted, without what was left empty. */
    Map<String, Object> body(Form form) {
        var body = new LinkedHashMap<String, Object>();
        form.asked(this).stream()
                .filter(field -> field.kind() != Kind.KEY && field.kind() != Kind.WAY)
                .forEach(field -> put(body, field));
        body.replaceAll((_, value) -> asList(value));
        return body;
    }

    /** What is numbered are the elements of a list. */
    private static Object asList(Object value) {
        return value instanceof Map<?, ?> map && map.containsKey("0") ? List.copyOf(map.values()) : value;
    }

    private void put(Map<String, Object> body, Field field) {
        var value = field.kind() == Kind.DATE ? PartialDate.join(this, field.name()) : value(field.name());
        if (value.isEmpty() && !field.required()) {
            return; // nor an empty object around it: that would be another way of asking
        }
        var steps = field.name().split("\\.");
        var place = body;
        for (var step = 0; step < steps.length - 1; step++) {
            @SuppressWarnings("unchecked")
            var below = (Map<String, Object>) place.computeIfAbsent(steps[step], _ -> new LinkedHashMap<>());
            place = below;
        }
        if (!value.isEmpty() || field.kind() == Kind.TICK) {
            place.put(steps[steps.length - 1], json(field.kind(), value));
        }
    }

    private static Object json(Kind kind, String value) {
        return switch (kind) {
            case NUMBER -> number(value);
            case TICK -> value.equals("true");
            case FILES -> List.of(value.split(" "));
            case TEXT, LONG_TEXT, CHOICE, COUNTRY, DATE, WAY, KEY -> value;
        };
    }

    private static Object number(String value) {
        return value.matches("-?[0-9]{1,18}") ? Long.valueOf(value) : value;
    }

    @Override
    public String toString() {
        return "Typed[•••]";
    }
}
