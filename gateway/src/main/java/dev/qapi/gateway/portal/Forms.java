package dev.qapi.gateway.portal;

import dev.qapi.contract.Node;
import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a form off a contract: what the API asks for is what the page asks for, and nobody writes it twice. */
@Component
class Forms {

    private final Countries countries;

    Forms(Countries countries) {
        this.countries = countries;
    }

    Form of(Operation operation, Language language) {
        var labels = new Labels(operation.contract(), language);
        var asked = fields(operation.requestSchema(), "", true, labels);
        var alternatives = operation.node().get("x-alternatives");
        var ways = Group.of(alternatives.get("ways"), language);
        var choice = ways.isEmpty()
                ? Stream.<Field>empty()
                : Stream.of(Field.way(alternatives.get(language.tag()).text(), ways));
        var key = takesKey(operation) ? Stream.of(Field.KEY) : Stream.<Field>empty();
        return new Form(
                Stream.of(choice, asked.map(field -> needed(field, ways)), key)
                        .flatMap(some -> some)
                        .toList(),
                List.of(),
                Group.of(operation.node().get("x-steps"), language),
                ways);
    }

    /** One with rows: so many that have to be filled in, and some that need not. */
    Form of(Operation operation, int rows, int spare, Language language) {
        var labels = new Labels(operation.contract(), language);
        var asked = operation
                .requestSchema()
                .get("properties")
                .entries()
                .flatMap(property -> IntStream.range(0, rows + spare)
                        .boxed()
                        .flatMap(at -> fields(
                                        labels.contract()
                                                .resolve(property.getValue().get("items")),
                                        property.getKey() + "." + at + ".",
                                        at < Math.max(rows, 1),
                                        labels)
                                .map(field -> field.numbered(at + 1))));
        return new Form(Stream.concat(asked, Stream.of(Field.SEEN)).toList());
    }

    /** Whoever has chosen a way of asking has to fill it in. */
    private static Field needed(Field field, List<Group> ways) {
        return ways.stream().anyMatch(way -> way.has(field)) ? field.needed() : field;
    }

    private static boolean takesKey(Operation operation) {
        return operation.node().get("parameters").items().stream()
                .map(operation.contract()::resolve)
                .anyMatch(parameter -> parameter.get("name").text().equals(Api.IDEMPOTENCY_KEY));
    }

    private Stream<Field> fields(Node schema, String prefix, boolean required, Labels labels) {
        var needed = schema.get("required").items().stream().map(Node::text).toList();
        return schema.get("properties").entries().flatMap(property -> {
            var must = required && needed.contains(property.getKey());
            var resolved = labels.contract().resolve(property.getValue());
            return resolved.get("properties").isPresent()
                    ? fields(resolved, prefix + property.getKey() + ".", must, labels)
                    : Stream.of(field(prefix, property.getKey(), property.getValue(), must, labels));
        });
    }

    private Field field(String prefix, String name, Node property, boolean required, Labels labels) {
        var schema = labels.contract().resolve(property);
        var kind = Kind.of(name, schema);
        return new Field(
                prefix + name,
                kind,
                labels.label(name, property),
                labels.hint(property),
                required,
                kind == Kind.COUNTRY ? countries.likely(labels.language()) : List.of(),
                switch (kind) {
                    case COUNTRY -> countries.all(labels.language());
                    case CHOICE -> choices(schema, labels);
                    case DATE, NUMBER, TEXT, LONG_TEXT, TICK, FILES, WAY, KEY -> List.of();
                });
    }

    private static List<Choice> choices(Node schema, Labels labels) {
        return schema.get("enum").items().stream()
                .map(code -> new Choice(code.text(), labels.code(schema, code.text())))
                .toList();
    }
}
