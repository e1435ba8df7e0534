package dev.qapi.gateway.portal;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A contract without its second hop: how a register is asked is nobody's business outside. */
final class PublicPart {

    private final Contract contract;
    private final Set<String> needed = new LinkedHashSet<>();

    private PublicPart(Contract contract) {
        this.contract = contract;
    }

    static Map<String, Object> of(Contract contract) {
        return new PublicPart(contract).document();
    }

    private Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        contract.root().entries().forEach(entry -> put(document, entry));
        var paths = new LinkedHashMap<String, Object>();
        contract.root()
                .get("paths")
                .entries()
                .filter(path -> path.getKey().startsWith(Contract.PUBLIC))
                .peek(path -> follow(path.getValue()))
                .forEach(path -> put(paths, path));
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    /** Notes every component that is reached from {@code node}. */
    private void follow(Node node) {
        var reference = node.get("$ref").text();
        if (!reference.isEmpty() && needed.add(reference)) {
            follow(contract.resolve(node));
        }
        node.entries().forEach(entry -> follow(entry.getValue()));
        node.items().forEach(this::follow);
    }

    private Map<String, Object> components() {
        var components = new LinkedHashMap<String, Object>();
        contract.root().get("components").entries().forEach(section -> {
            var kept = new LinkedHashMap<String, Object>();
            section.getValue()
                    .entries()
                    .filter(entry -> section.getKey().equals("securitySchemes") // named, not referred to
                            || needed.contains("#/components/" + section.getKey() + "/" + entry.getKey()))
                    .forEach(entry -> put(kept, entry));
            components.put(section.getKey(), kept);
        });
        return components;
    }

    private static void put(Map<String, Object> object, Map.Entry<String, Node> entry) {
        var value = entry.getValue().value();
        if (value != null) {
            object.put(entry.getKey(), value);
        }
    }
}
