package dev.qapi.mock.population;

import dev.qapi.contract.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What people are called: {@code country/names.yaml}, read. */
final class Names {

    /** As the passport has it, and as written at home where that is another script. */
    record Name(String latin, @Nullable String atHome) {}

    private record Pool(
            List<String> male, List<String> female, List<String> surnames, String feminine, boolean cyrillic) {}

    private static final Pattern HAS_FEMININE = Pattern.compile("(ov|yev|ев|ов|ин)$");

    private final Map<String, Pool> pools = new HashMap<>();

    Names() {
        Node.read(new ClassPathResource("country/names.yaml"))
                .get("languages")
                .entries()
                .forEach(it -> pools.put(it.getKey(), pool(it.getValue())));
    }

    private static Pool pool(Node node) {
        return new Pool(
                texts(node, "male"),
                texts(node, "female"),
                texts(node, "surnames"),
                node.get("feminine").text(),
                node.get("script").text().equals("cyrillic"));
    }

    private static List<String> texts(Node node, String list) {
        return node.get(list).items().stream().map(Node::text).toList();
    }

    Name given(String language, boolean male, Dice dice) {
        var pool = of(language);
        return written(pool, dice.of(male ? pool.male() : pool.female()));
    }

    Name surname(String language, boolean male, Dice dice) {
        var pool = of(language);
        var surname = dice.of(pool.surnames());
        return written(pool, male ? surname : surname + feminine(pool, surname));
    }

    /** Only surnames that have a feminine form, on -ov, -ev or -in. */
    private static String feminine(Pool pool, String surname) {
        return HAS_FEMININE.matcher(surname).find() ? pool.feminine() : "";
    }

    private static Name written(Pool pool, String name) {
        var latin = Spelling.icao(name);
        return new Name(latin, pool.cyrillic() || !latin.equalsIgnoreCase(name) ? name : null);
    }

    private Pool of(String language) {
        var pool = pools.get(language);
        if (pool == null) {
            throw new IllegalArgumentException("no names in " + language);
        }
        return pool;
    }
}
