package dev.qapi.gateway.statistics;

import static dev.qapi.eservice.Vital.State.DOWN;
import static dev.qapi.eservice.Vital.State.UNKNOWN;
import static dev.qapi.eservice.Vital.State.UNSTEADY;
import static dev.qapi.eservice.Vital.State.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the latest calls say of a register. */
class PulseTests {

    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    private final Pulse pulse = new Pulse();

    @Test
    void nothingIsKnownBeforeTheFirstCall() {
        assertThat(pulse.read(START)).isEqualTo(new Pulse.Reading(UNKNOWN, null, null));
    }

    @Test
    void oneLostCallIsNoOutageAndThreeAre() {
        pulse.beat(true, START);
        pulse.beat(false, at(1));
        assertThat(pulse.read(at(1))).isEqualTo(new Pulse.Reading(UNSTEADY, at(1), START));
        pulse.beat(false, at(2));
        assertThat(pulse.read(at(2)).since()).isEqualTo(at(1));
        pulse.beat(false, at(3));
        pulse.beat(false, at(4));
        assertThat(pulse.read(at(5))).isEqualTo(new Pulse.Reading(DOWN, at(3), START));
    }

    @Test
    void oneAnswerEndsAnOutageAndTenMakeItWell() {
        for (var i = 0; i < 4; i++) {
            pulse.beat(false, at(i));
        }
        for (var i = 4; i < 13; i++) {
            pulse.beat(true, at(i));
            assertThat(pulse.read(at(i)).state()).isEqualTo(UNSTEADY);
        }
        pulse.beat(true, at(13));
        assertThat(pulse.read(at(14))).isEqualTo(new Pulse.Reading(UP, at(13), at(13)));
    }

    @Test
    void whatNobodyHasAskedLatelyIsNotKnown() {
        pulse.beat(false, at(0));
        pulse.beat(false, at(1));
        pulse.beat(false, at(2));
        var silent = at(2).plus(Pulse.LATELY);
        assertThat(pulse.read(silent).state()).isEqualTo(DOWN);
        assertThat(pulse.read(silent.plusSeconds(1))).isEqualTo(new Pulse.Reading(UNKNOWN, silent, null));
        pulse.beat(true, silent.plusSeconds(2));
        assertThat(pulse.read(silent.plusSeconds(2)).state()).isEqualTo(UP);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
