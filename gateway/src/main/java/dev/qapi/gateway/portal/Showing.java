package dev.qapi.gateway.portal;

import dev.qapi.contract.Node;
import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks an answer and its schema side by side, so that every value gets the label that the contract has for it. */
record Showing(Labels labels) {

    /** The {@code data} of an answer. */
    static Shown of(Operation inquiry, Reply reply, Language language) {
        var contract = inquiry.contract();
        var responses = inquiry.node().get("responses");
        var response = contract.resolve(responses.get(responses.get("202").isPresent() ? "202" : "200"));
        var schema =
                contract.resolve(response.get("content").get("application/json").get("schema"));
        return new Showing(new Labels(contract, language))
                .shown(reply.body().get("data"), schema.get("properties").get("data"));
    }

    private Shown shown(@Nullable Object value, Node reference) {
        var schema = labels.contract().resolve(reference);
        return switch (value) {
            case Map<?, ?> words
            when words.containsKey("code") && words.containsKey("text") ->
                Shown.text(Objects.toString(words.get("text")));
            case Map<?, ?> object -> Shown.parts(parts(object, schema.get("properties")));
            case List<?> list ->
                Shown.items(list.stream()
                        .map(item -> shown(item, schema.get("items")))
                        .toList());
            case null -> Shown.NOTHING;
            default -> Shown.text(value.toString());
        };
    }

    private List<Shown.Part> parts(Map<?, ?> object, Node properties) {
        return object.entrySet().stream().map(entry -> part(entry, properties)).toList();
    }

    private Shown.Part part(Map.Entry<?, ?> entry, Node properties) {
        var name = String.valueOf(entry.getKey());
        var property = properties.get(name);
        return new Shown.Part(labels.label(name, property), shown(entry.getValue(), property));
    }
}
