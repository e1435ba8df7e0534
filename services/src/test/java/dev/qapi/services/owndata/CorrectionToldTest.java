package dev.qapi.services.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Register;
import dev.qapi.services.owndata.Agreement.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionToldTest {

    private static Agreement says(Register register, Verdict verdict) {
        return new Agreement(new Coded<>(register, "register"), new Coded<>(verdict, "verdict"), null);
    }

    @ParameterizedTest
    @CsvSource({
        "SURNAME, AGREES, AGREES, true",
        "SURNAME, AGREES, NOT_HELD, true",
        "SURNAME, AGREES, DIFFERS, false",
        "SURNAME, AGREES, NOT_REACHABLE, false",
        "SURNAME, NOT_HELD, AGREES, false",
        "SURNAME, NOT_REACHABLE, AGREES, false",
        "BIRTH_DATE, AGREES, AGREES, true",
        "BIRTH_DATE, AGREES, NOT_HELD, false"
    })
    void nothingIsDoneThatWasNotChecked(PersonalField field, Verdict owner, Verdict other, boolean done) {
        var registers = List.of(says(Register.IAMAS, owner), says(Register.VISA, other));
        assertThat(CorrectionTold.isDone(field, registers)).isEqualTo(done);
    }

    @ParameterizedTest
    @CsvSource({
        "AGREES, AGREES, DONE, true",
        "AGREES, DIFFERS, MADE, false",
        "AGREES, NOT_REACHABLE, MADE, false",
        "DIFFERS, AGREES, , false",
        "NOT_HELD, AGREES, , false"
    })
    void itIsNewsThatItsOwnerWritesItSoAndThatAllDo(
            Verdict owner, Verdict other, @Nullable String reached, boolean over) {
        var course = CorrectionTold.course(
                PersonalField.SURNAME, List.of(says(Register.IAMAS, owner), says(Register.VISA, other)));
        assertThat(course.reached()).isEqualTo(reached == null ? List.of() : List.of(reached));
        assertThat(course.news()).isEqualTo(reached == null ? null : EventType.STATUS_CHANGED);
        assertThat(course.isOver()).isEqualTo(over);
    }
}
