package dev.qapi.contract;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The persons and employers of the sandbox as Markdown. */
final class PersonasTable {

    private static final String INTRODUCTION = """
            # Persons and employers to try

            <!-- written from personas.yaml: mvn -pl contracts test -Dtest=PersonasTableTest -Dpersonas.write=true -->

            Sınaq mühitində yoxlamaq üçün uydurma şəxslər və müəssisələr: heç biri həqiqi deyil.
            Вымышленные люди и предприятия для проб в песочнице: никого из них нет на самом деле.
            Made-up persons and employers to try in the sandbox: none of them exists.
            Their facts are as of 23 November 2026; outside the sandbox the gateway refuses to ask about them.

            """;

    private PersonasTable() {}

    static String text() {
        return INTRODUCTION
                + section(
                        "## Persons\n\n",
                        List.of("name", "person", "document", "birth date", "citizenship", "az", "ru", "en"),
                        Persona.all().stream().map(PersonasTable::person))
                + section(
                        "\n## Employers\n\n",
                        List.of("name", "employer", "VÖEN", "az", "ru", "en"),
                        Persona.employers().entrySet().stream().map(PersonasTable::employer));
    }

    private static String section(String title, List<String> head, Stream<List<String>> rows) {
        var rule = head.stream().map(column -> "---").toList();
        return title
                + Stream.concat(Stream.of(head, rule), rows)
                        .map(row -> row.stream().collect(joining(" | ", "| ", " |\n")))
                        .collect(joining());
    }

    private static List<String> person(Persona persona) {
        var node = persona.node();
        var document = node.get("documents").items().getFirst();
        return List.of(
                persona.name(),
                node.get("given").text() + ' ' + node.get("surname").text(),
                document.get("type").text() + " `" + document.get("number").text() + '`',
                node.get("birthDate").text(),
                node.get("citizenship").text(),
                persona.situation("az"),
                persona.situation("ru"),
                persona.situation("en"));
    }

    private static List<String> employer(Map.Entry<String, Node> employer) {
        var node = employer.getValue();
        var situation = node.get("situation");
        return List.of(
                employer.getKey(),
                node.get("name").text(),
                '`' + node.get("taxNumber").text() + '`',
                situation.get("az").text(),
                situation.get("ru").text(),
                situation.get("en").text());
    }
}
