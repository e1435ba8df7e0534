package dev.qapi.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.identifier.Malformed.Rule;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilingNumberTest {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @ParameterizedTest
    @ValueSource(strings = {"QP-7K2M-9QXR-4T09", "qp 7k2m 9qxr 4to9", "7K2M9QXR4T09", "QP–7K2M–9QXR–4T09"})
    void oneNumberIsReadInEverySpelling(String typed) {
        assertThat(FilingNumber.of(typed).reveal()).isEqualTo("QP-7K2M-9QXR-4T09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QP-7K2M-9QXR", "QP-7K2M-9QXR-4T0U", "MR-2026-0412345", "QP-7K2M-9QXR-4T090"})
    void anythingElseIsNone(String typed) {
        assertThatThrownBy(() -> FilingNumber.of(typed))
                .isInstanceOfSatisfying(
                        Malformed.class, it -> assertThat(it.rule()).isEqualTo(Rule.FILING_NUMBER));
    }

    @Test
    void everyWrongCharacterIsFound() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var number = FilingNumber.of(random.nextLong()).reveal();
            assertThat(FilingNumber.of(number).reveal()).isEqualTo(number);
            for (var at = 3; at < number.length(); at++) {
                for (var symbol : SYMBOLS.toCharArray()) {
                    var wrong = new StringBuilder(number);
                    wrong.setCharAt(at, symbol);
                    if (number.charAt(at) != '-' && number.charAt(at) != symbol) {
                        assertThatThrownBy(() -> FilingNumber.of(wrong.toString()))
                                .isInstanceOf(Malformed.class);
                    }
                }
            }
        }
    }
}
