package dev.qapi.gateway.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * The inputs of a form with rows, by their names; rows that were left empty are none, so that the others are numbered as the
 * API will number them. Never printed: it may hold identifiers.
 *
 * @param count how many rows have anything in them
 * @param seen the version that it was filled in from, empty for none
 */
record Rows(Map<String, String> inputs, int count, String seen) {

    private static final Pattern CELL = Pattern.compile("([a-zA-Z]+)\\.([0-9]{1,4})\\.(.+)");

    static Rows typed(MultiValueMap<String, String> data) {
        var rows = new TreeMap<Integer, Map<String, String>>();
        data.forEach((name, values) -> {
            var cell = CELL.matcher(name);
            var value = Objects.requireNonNullElse(values.getFirst(), "").strip();
            if (cell.matches() && !value.isEmpty()) {
                rows.computeIfAbsent(Integer.valueOf(cell.group(2)), _ -> new LinkedHashMap<>())
                        .put(cell.group(1) + ".%d." + cell.group(3), value);
            }
        });
        var inputs = new LinkedHashMap<String, String>();
        var count = 0;
        for (var row : rows.values()) {
            for (var cell : row.entrySet()) {
                inputs.put(cell.getKey().replace("%d", String.valueOf(count)), cell.getValue());
            }
            count++;
        }
        return new Rows(inputs, count, Objects.requireNonNullElse(data.getFirst(Field.SEEN.name()), ""));
    }

    /** As the API tells them. */
    static Rows of(Reply reply) {
        var inputs = new LinkedHashMap<String, String>();
        var count = 0;
        if (reply.body().get("data") instanceof Map<?, ?> data && data.get("rows") instanceof List<?> list) {
            for (var row : list) {
                var place = "rows." + count++ + ".";
                ((Map<?, ?>) Objects.requireNonNull(row))
                        .forEach((name, value) -> inputs.put(place + name, String.valueOf(value)));
            }
        }
        return new Rows(inputs, count, tag(reply));
    }

    private static String tag(Reply reply) {
        return Objects.requireNonNullElse(reply.headers().getETag(), "");
    }

    /** The same, whose author has been shown that. */
    Rows seeing(Reply newest) {
        return new Rows(inputs, count, tag(newest));
    }

    Typed typed(Form form) {
        return Typed.of(form, name -> name.equals(Field.SEEN.name()) ? seen : input(name));
    }

    private String input(String name) {
        var dot = name.lastIndexOf('.');
        var whole = inputs.get(name.substring(0, dot));
        var part = inputs.get(name);
        return part != null ? part : whole == null ? "" : PartialDate.part(whole, name.substring(dot + 1));
    }

    @Override
    public String toString() {
        return "Rows[" + count + "]";
    }
}
