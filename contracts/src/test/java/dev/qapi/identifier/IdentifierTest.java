package dev.qapi.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.qapi.identifier.Malformed.Rule;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "C01234567, C01234567",
        "c 0123-4567, C01234567",
        "myi 001-2345, MYI0012345",
        "MYİ0012345, MYI0012345",
        "myı0012345, MYI0012345",
        "АВ 1234567, AB1234567",
        "Ｃ０１２３４５６７, C01234567",
        "C٠١٢٣٤٥٦٧, C01234567",
        "C–0123—4567, C01234567"
    })
    void oneDocumentHasOneNumber(String typed, String number) {
        assertThat(DocumentNumber.of(typed).reveal()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "123456789012345678901", "C/1234567", "C1234567!", "½1234"})
    void aDocumentNumberHas4To20LettersAndDigits(String typed) {
        refused(Rule.DOCUMENT_NUMBER, DocumentNumber::of, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ж1234567", "ƏB1234567", "護照1234567"})
    void aLetterThatNoDocumentHasIsNamedAsSuch(String typed) {
        refused(Rule.DOCUMENT_NUMBER_LETTERS, DocumentNumber::of, typed);
    }

    @ParameterizedTest
    @CsvSource({"MR-2026-0412345", "mr20260412345", "mr 2026 0412345", "МR—2026—0412345"})
    void anApplicationNumberIsReadWithAndWithoutDashes(String typed) {
        assertThat(ApplicationNumber.of(typed).reveal()).isEqualTo("MR-2026-0412345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "412345", "M-2026-0412345", "MR-2026-041234", "MR-2026-04123456", "2026MR0412345"})
    void anApplicationNumberIsTwoLettersAYearAndSevenDigits(String typed) {
        refused(Rule.APPLICATION_NUMBER, ApplicationNumber::of, typed);
    }

    @ParameterizedTest
    @CsvSource({"tur, TUR", "TÜR,", "XXA, XXA", "xxb, XXB", "TUN, TUN", "Turkey,", "TR,", "ZZZ,", "'',"})
    void aCitizenshipIsACodeOfATravelDocument(String typed, @org.jspecify.annotations.Nullable String code) {
        if (code == null) {
            refused(Rule.CITIZENSHIP, Citizenship::of, typed);
        } else {
            assertThat(Citizenship.of(typed).reveal()).isEqualTo(code);
        }
    }

    @Test
    void aRegistersNumberStaysAsTheRegisterWritesIt() {
        assertThat(RegisterNumber.of("MYİ0012345").reveal()).isEqualTo("MYİ0012345");
        refused(Rule.SHAPE, RegisterNumber::of, " ");
        refused(Rule.SHAPE, RegisterNumber::of, "1\n2");
        refused(Rule.SHAPE, RegisterNumber::of, "1".repeat(41));
    }

    @ParameterizedTest
    @CsvSource({
        "PR-2026-004417, pr 2026 004417, true",
        "İX-0412345-01, ix041234501, true",
        "İQ-2026-04417, İQ202604417, true",
        "PR-2026-004417, PR-2026-004418, false",
        "PR-2026-004417, PR-2026-00441, false",
        "???, PR-2026-004417, false"
    })
    void aPaperIsNamedHoweverItsNumberIsTyped(String written, String typed, boolean same) {
        assertThat(ProtocolNumber.of(typed).names(RegisterNumber.of(written))).isEqualTo(same);
        assertThat(DecisionNumber.of(typed).names(RegisterNumber.of(written))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PR-26", "PR/2026/004417", "PR-2026-004417-004417-004417", "ЖЖ-2026-004417"})
    void noPaperHasSuchANumber(String typed) {
        refused(Rule.PROTOCOL_NUMBER, ProtocolNumber::of, typed);
        refused(Rule.DECISION_NUMBER, DecisionNumber::of, typed);
    }

    @ParameterizedTest
    @CsvSource({"QY-2026-118204, QY-2026-118204", "qy2026118204, QY-2026-118204", "QВ 0012345, QB-0012345"})
    void aNotificationNumberIsReadWithAndWithoutDashes(String typed, String number) {
        assertThat(NotificationNumber.of(typed).reveal()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "118204", "QY-2026-11820", "QY-2026-1182041", "QY/2026/118204", "2026QY118204"})
    void aNotificationNumberIsTwoLettersAYearAndSixDigits(String typed) {
        refused(Rule.NOTIFICATION_NUMBER, NotificationNumber::of, typed);
    }

    @ParameterizedTest
    @CsvSource({"826288104467", "8262 8810 4467", "8262-8810-4467", "٨٢٦٢٨٨١٠٤٤٦٧"})
    void aPaymentCodeIsReadHoweverItIsGrouped(String typed) {
        assertThat(PaymentNumber.of(typed).reveal()).isEqualTo("826288104467");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8262881", "826288104467826288104", "8262/8810", "Ж26288104467"})
    void noPaymentCodeIsSoShortSoLongOrSoWritten(String typed) {
        refused(Rule.PAYMENT_NUMBER, PaymentNumber::of, typed);
    }

    @Test
    void aTaxNumberSaysWhoseItIs() {
        assertThat(TaxNumber.of("140 001 234 1").reveal()).isEqualTo("1400012341");
        assertThat(TaxNumber.of("1400012341").isOfLegalEntity()).isTrue();
        assertThat(TaxNumber.of("1900067892").isOfLegalEntity()).isFalse();
        assertThat(TaxNumber.of("1400012341")).hasToString("TaxNumber[•••]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "140001234", "14000123411", "1400012340", "1400012343", "A400012341"})
    void noTaxNumberHasSuchAShape(String typed) {
        refused(Rule.TAX_NUMBER, TaxNumber::of, typed);
    }

    @Test
    void identifiersOfDifferentKindsAreNeverEqual() {
        assertThat((Object) DocumentNumber.of("1985")).isNotEqualTo(BirthDate.of("1985"));
    }

    @Test
    void everyRuleHasACodeOfItsOwnInTheFamilyOfMalformedFields() {
        var codes = Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toSet());
        assertThat(codes).hasSameSizeAs(Rule.values()).allMatch(code -> code.matches("003[0-9]{2}"));
    }

    static void refused(Rule rule, Function<String, ?> kind, String typed) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> kind.apply(typed))
                .returns(rule, Malformed::rule);
    }
}
