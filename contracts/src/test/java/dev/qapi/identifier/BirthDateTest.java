package dev.qapi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.identifier.Malformed.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {

    @ParameterizedTest
    @CsvSource({
        "1990-04-12, 1990-04-12",
        "2000-02-29, 2000-02-29",
        "1988-02-29, 1988-02-29",
        "1990-04, 1990-04",
        "1985, 1985",
        "1900, 1900",
        "2099-12-31, 2099-12-31",
        "' 1990 – 04 – 12 ', 1990-04-12",
        "１９９０-０４-１２, 1990-04-12",
        "١٩٨٥, 1985"
    })
    void isADayAMonthOrAYear(String typed, String date) {
        assertThat(BirthDate.of(typed).reveal()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-02-29",
                "1990-02-29",
                "1990-02-30",
                "1990-13",
                "1990-00-12",
                "1990-4-12",
                "1990-04-",
                "12.04.1990",
                "19900412",
                "1899-12-31",
                "2100",
                "85",
                "0000",
                "-985",
                "+985",
                "+1990-04",
                "1990-04-12T00:00",
                "",
                "abcd"
            })
    void isOfTheCalendar(String typed) {
        IdentifierTest.refused(Rule.BIRTH_DATE, BirthDate::of, typed);
    }

    @Test
    void anIncompleteDateEqualsOnlyItself() {
        assertThat(BirthDate.of("1985"))
                .isNotEqualTo(BirthDate.of("1985-01"))
                .isNotEqualTo(BirthDate.of("1985-01-01"))
                .isEqualTo(BirthDate.of(" 1985"));
    }
}
