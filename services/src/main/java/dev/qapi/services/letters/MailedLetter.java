package dev.qapi.services.letters;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.PersonName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an e-mail that begins with lines such as {@code Name: …}, in any of the three languages; the rest is the letter. */
final class MailedLetter {

    private enum Line {
        NAME("Ad və soyad", "Имя и фамилия", "Name"),
        DOCUMENT("Sənəd", "Документ", "Document"),
        BIRTH_DATE("Doğum tarixi", "Дата рождения", "Birth date"),
        CITIZENSHIP("Vətəndaşlıq", "Гражданство", "Citizenship"),
        TOPIC("Mövzu", "Тема", "Topic");

        private final Map<AnswerLanguage, String> labels = new EnumMap<>(AnswerLanguage.class);

        Line(String az, String ru, String en) {
            labels.putAll(Map.of(AnswerLanguage.AZ, az, AnswerLanguage.RU, ru, AnswerLanguage.EN, en));
        }

        private Optional<AnswerLanguage> language(String label) {
            return labels.entrySet().stream()
                    .filter(it -> it.getValue().equalsIgnoreCase(label))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    private static final Pattern LABELLED = Pattern.compile("\\s*([\\p{L} ]{3,20}?)\\s*:\\s*(.*?)\\s*");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})");

    private final Map<Line, String> values = new EnumMap<>(Line.class);
    private AnswerLanguage language = AnswerLanguage.AZ;

    private MailedLetter() {}

    /** @throws Malformed if it does not say who wrote it and what */
    static Letter read(String text) {
        return new MailedLetter().letter(text.replace("\r\n", "\n").replace('\u00a0', ' '));
    }

    private Letter letter(String text) {
        var lines = text.lines().toList();
        var at = 0;
        while (at < lines.size() && (lines.get(at).isBlank() || isKnown(lines.get(at)))) {
            at++;
        }
        return new Letter(
                PersonName.of(value(Line.NAME)),
                document(value(Line.DOCUMENT)),
                BirthDate.of(DAY_FIRST.matcher(value(Line.BIRTH_DATE)).replaceFirst("$3-$2-$1")),
                Citizenship.of(value(Line.CITIZENSHIP)),
                topic(values.getOrDefault(Line.TOPIC, Topic.OTHER.name())),
                language,
                FreeText.of(String.join("\n", lines.subList(at, lines.size()))),
                Channel.EMAIL);
    }

    /** Each label counts once: a second one is part of the letter. */
    private boolean isKnown(String written) {
        var labelled = LABELLED.matcher(written);
        return labelled.matches()
                && Stream.of(Line.values())
                        .anyMatch(line -> line.language(labelled.group(1))
                                .filter(_ -> values.putIfAbsent(line, labelled.group(2)) == null)
                                .map(spoken -> language = spoken)
                                .isPresent());
    }

    private String value(Line line) {
        var value = values.get(line);
        if (value == null) {
            throw new Malformed(Malformed.Rule.REQUIRED);
        }
        return value;
    }

    /** A passport, unless it says which. */
    private static Document document(String written) {
        var kind = Arrays.stream(DocumentType.values())
                .filter(type -> written.toUpperCase(Locale.ROOT).startsWith(type.name() + ' '))
                .findFirst();
        var number =
                kind.map(type -> written.substring(type.name().length() + 1)).orElse(written);
        return new Document(kind.orElse(DocumentType.PASSPORT), DocumentNumber.of(number.strip()));
    }

    private static Topic topic(String written) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.name().equalsIgnoreCase(written))
                .findFirst()
                .orElse(Topic.OTHER);
    }
}
