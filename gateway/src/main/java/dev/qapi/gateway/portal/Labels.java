package dev.qapi.gateway.portal;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import dev.qapi.gateway.language.Language;
import java.util.Locale;

/** A contract's own words for its parts, in one language. */
record Labels(Contract contract, Language language) {

    String label(String name, Node property) {
        var label = words(property, "x-label");
        return label.isEmpty() ? humanised(name) : label;
    }

    String hint(Node property) {
        return words(property, "x-hint");
    }

    /** The words of an enum's constant. */
    String code(Node schema, String code) {
        var words = schema.get("x-words").get(code).get(language.tag()).text();
        return words.isEmpty() ? humanised(code) : words;
    }

    /** What stands beside a {@code $ref} goes before what it points to. */
    private String words(Node property, String keyword) {
        var beside = property.get(keyword);
        var node = beside.isPresent() ? beside : contract.resolve(property).get(keyword);
        return node.get(language.tag()).text();
    }

    /** {@code paymentNumber} → {@code Payment number}: better than nothing where the contract has no words. */
    static String humanised(String name) {
        var words = name.replaceAll("(?<=[a-z])(?=[A-Z])|[_.-]", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
