package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void thereAreThirtyEight() {
        assertThat(Fault.values()).hasSize(38);
        assertThat(Fault.values()).allMatch(fault -> fault.name().matches("F[0-9]{2}"));
    }

    @Test
    void theFirstVariantIsMeantWithoutAWord() {
        assertThat(Choice.parse("F14")).hasToString("F14:empty");
        assertThat(Choice.parse("f05")).hasToString("F05");
        assertThat(Choice.parse("F38")).hasToString("F38:F20:500");
        assertThat(Choice.parse("F38:F14:null").played()).hasToString("F14:null");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Choice.parse("F00")).hasMessageContaining("F00");
        assertThatThrownBy(() -> Choice.parse("F14:nil"))
                .hasMessage("Of F14 there is [empty, null, no-content], not nil.");
    }

    @Test
    void aFaultOfContentLeavesWhatIsNoJsonObject() {
        var xml = Reply.of(200, "text/xml", "<answer/>");
        var moment = new Moment(new Watch("2026-11-24T18:00:00Z").instant(), Government.PATIENCE, "http://h/");
        assertThat(Spoiler.of(Choice.parse("F18")).spoil(xml, moment).text()).isEqualTo("<answer/>");
        assertThat(Spoiler.of(Choice.parse("F12")).spoil(xml, moment).text()).isEqualTo("<ans");
    }

    @Test
    void whereThereIsNothingTheFirstOfTwoOutcomesIsInvented() {
        var nothing = Reply.of(200, "application/json", "{\"outcome\":\"NONE\"}");
        var moment = new Moment(new Watch("2026-11-24T18:00:00Z").instant(), Government.PATIENCE, "http://h/");
        assertThat(Spoiler.of(Choice.parse("F16")).spoil(nothing, moment).text())
                .isEqualTo("{\"outcome\":\"RESTRICTED\",\"outcome\":\"NONE\"}");
    }
}
