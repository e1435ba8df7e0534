package dev.qapi.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for an identifier whatever is typed: the full range of Unicode, and what people really type. */
class IdentifierPropertyTest {

    private static final List<Function<String, Identifier>> KINDS = List.of(
            NotificationNumber::of,
            DocumentNumber::of,
            ApplicationNumber::of,
            BirthDate::of,
            Citizenship::of,
            RegisterNumber::of);

    @Property
    void normalisingTwiceChangesNothing(@ForAll("typed") String typed) {
        code(typed).ifPresent(once -> assertThat(code(once)).contains(once));
        for (var kind : KINDS) {
            read(kind, typed)
                    .ifPresent(once -> assertThat(kind.apply(once.reveal())).isEqualTo(once));
        }
    }

    @Property
    void normalisingDoesNotDependOnTheLanguageOfTheMachine(@ForAll("typed") String typed) {
        var before = Locale.getDefault();
        try {
            for (var kind : KINDS) {
                assertThat(List.of("az", "tr", "en", "ru", "lt"))
                        .extracting(language -> {
                            Locale.setDefault(Locale.of(language));
                            return read(kind, typed);
                        })
                        .containsOnly(read(kind, typed));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void aDocumentNumberIsPlainAscii(@ForAll("typed") String typed) {
        read(DocumentNumber::of, typed)
                .ifPresent(number -> assertThat(number.reveal()).matches("[A-Z0-9]{4,20}"));
    }

    @Property
    void noPrintedFormHasTheValue(@ForAll("numbers") String typed) {
        var number = DocumentNumber.of(typed);
        assertThat(number.toString()).doesNotContain(number.reveal()).isEqualTo("DocumentNumber[•••]");
        assertThat(new Document(DocumentType.PASSPORT, number).toString()).doesNotContain(number.reveal());
    }

    @Property
    void noRefusalRepeatsWhatWasTyped(@ForAll("numbers") String typed) {
        var wrong = typed + "Ж";
        assertThatThrownBy(() -> DocumentNumber.of(wrong))
                .isInstanceOf(Malformed.class)
                .extracting(Throwable::toString)
                .asString()
                .doesNotContain(wrong)
                .doesNotContain(typed);
    }

    @Property
    void spacesDashesAndCaseDoNotMatter(@ForAll("numbers") String number) {
        var spaced = number.toLowerCase(Locale.ROOT).replaceAll("(.)", "$1\u2013\u00A0");
        assertThat(DocumentNumber.of(spaced))
                .isEqualTo(DocumentNumber.of(number))
                .hasSameHashCodeAs(DocumentNumber.of(number));
    }

    @Provide
    Arbitrary<String> typed() {
        var likely = Arbitraries.strings()
                .withChars("AaBZzİıIiIi\u0307ƏŞĞÇÖÜАВЕКМНОРСТУХЅіЖ0123456789 -–\u00A0\u200B\u0301٣７ａ\u1100\u1161")
                .ofMaxLength(24);
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(70), likely, numbers(), dates());
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(4)
                .ofMaxLength(20);
    }

    private static Arbitrary<String> dates() {
        return Arbitraries.strings().withChars("0129-").ofMinLength(4).ofMaxLength(10);
    }

    private static Optional<String> code(String typed) {
        try {
            return Optional.of(Normal.code(typed, Malformed.Rule.SHAPE));
        } catch (Malformed tooLong) {
            return Optional.empty();
        }
    }

    private static Optional<Identifier> read(Function<String, Identifier> kind, String typed) {
        try {
            return Optional.of(kind.apply(typed));
        } catch (Malformed malformed) {
            return Optional.empty();
        }
    }
}
