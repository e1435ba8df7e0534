package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Target CALL = new Target("VMMS", "EHIS", "applications/search");

    private final Watch watch = new Watch("2026-11-24T18:00:00Z");
    private final Plan plan = new Plan(watch);

    private Entry add(Target target, @Nullable Double share, @Nullable Duration lasts, @Nullable String window) {
        return plan.add(
                Injection.of(Choice.parse("F05"), target, share, lasts, window == null ? null : Window.parse(window)));
    }

    @Test
    void aTargetHitsWhatItNamesAndNothingElse() {
        for (var target : new String[] {
            "*", "VMMS", "VMMS/EHIS", "*/EHIS", "*/*/applications/search", "VMMS/*/applications/search"
        }) {
            assertThat(Target.parse(target).matches(CALL)).describedAs(target).isTrue();
        }
        for (var target : new String[] {"IAMAS", "VMMS/GPP", "*/GPP", "*/*/applications", "VMMS/EHIS/applications"}) {
            assertThat(Target.parse(target).matches(CALL)).describedAs(target).isFalse();
        }
        assertThat(Target.parse("VMMS").matches(Target.ANY)).isFalse();
    }

    @Test
    void aShareHitsThatShareAndTheSameCallsEachTime() {
        add(Target.ANY, 0.3, null, null);
        var hits = 0;
        for (var i = 0; i < 10_000; i++) {
            hits += plan.hitting(CALL).size();
        }
        assertThat(hits).isBetween(2_800, 3_200);
        assertThat(pattern(new Plan(watch))).isEqualTo(pattern(new Plan(watch))).contains("1", "0");
    }

    private static String pattern(Plan plan) {
        plan.add(Injection.of(Choice.parse("F34"), Target.ANY, null, null, null));
        var pattern = new StringBuilder();
        for (var i = 0; i < 50; i++) {
            pattern.append(plan.hitting(CALL).size());
        }
        return pattern.toString();
    }

    @Test
    void itEndsByItself() {
        add(Target.ANY, null, Duration.ofSeconds(10), null);
        watch.forward(Duration.ofMillis(9_999));
        assertThat(plan.hitting(CALL)).hasSize(1);
        watch.forward(Duration.ofMillis(1));
        assertThat(plan.hitting(CALL)).isEmpty();
        assertThat(plan.list()).isEmpty();
    }

    @Test
    void anOutageLastsTenSecondsIfNobodySaysElse() {
        plan.add(Injection.of(Choice.parse("F35"), new Target(null, "EHIS", null), null, null, null));
        assertThat(plan.wide()).hasSize(1);
        watch.forward(Duration.ofSeconds(10));
        assertThat(plan.wide()).isEmpty();
    }

    @Test
    void aWindowOpensEveryDayByTheClocksOfBaku() {
        add(Target.ANY, null, null, "22:00-23:30");
        assertThat(plan.hitting(CALL)).hasSize(1);
        watch.forward(Duration.ofMinutes(90));
        assertThat(plan.hitting(CALL)).isEmpty();
        assertThat(plan.list()).hasSize(1);
        watch.forward(Duration.ofMinutes(22 * 60 + 30));
        assertThat(plan.hitting(CALL)).hasSize(1);
    }

    @Test
    void aWindowMayLastOverMidnight() {
        add(Target.ANY, null, null, "23:00-01:00");
        assertThat(plan.hitting(CALL)).isEmpty();
        watch.forward(Duration.ofHours(2));
        assertThat(plan.hitting(CALL)).hasSize(1);
        watch.forward(Duration.ofHours(1));
        assertThat(plan.hitting(CALL)).isEmpty();
    }

    @Test
    void oneIsRemovedAndAllAre() {
        var first = add(Target.ANY, null, null, null);
        add(Target.ANY, null, null, null);
        add(Target.ANY, null, null, null);
        assertThat(plan.remove(first.id())).isTrue();
        assertThat(plan.remove(first.id())).isFalse();
        assertThat(plan.hitting(CALL)).hasSize(2);
        plan.clear();
        assertThat(plan.hitting(CALL)).isEmpty();
    }

    @Test
    void theYoungestFaultOfAWholeSystemCounts() {
        var system = new Target(null, "EHIS", null);
        for (var fault : new String[] {"F01", "F02", "F33:stalls", "F37"}) {
            plan.add(Injection.of(Choice.parse(fault), system, null, null, null));
        }
        assertThat(SystemState.of("EHIS", plan.wide()))
                .hasToString("SystemState[behaviour=BLACK_HOLE, tls=HANDSHAKE_STALLS, name=NXDOMAIN]");
        assertThat(SystemState.of("GPP", plan.wide())).isEqualTo(SystemState.HEALTHY);
        assertThat(plan.hitting(CALL)).isEmpty();
    }
}
