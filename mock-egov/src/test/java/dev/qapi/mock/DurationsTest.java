package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.law.WorkingDays;
import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Person;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What VMMS says about how long decisions took is what its own cases say, counted again from its answers. */
class DurationsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final int SIZE = 300;
    private static final WorkingDays CALENDAR = WorkingDays.read();
    private static final Country COUNTRY = new Country(42, SIZE, Country.DISAGREEMENT);
    private static final MockEgov EGOV = MockEgov.start(small(Settings.quick(Clock.fixed(NOON, ZoneOffset.UTC))));
    private static final Systems SYSTEMS = new Systems(new Call(EGOV));

    private static final Systems.Way SEARCH = Systems.ways()
            .filter(way -> way.path().endsWith("/VMMS/applications/search"))
            .findFirst()
            .orElseThrow();

    private static Settings small(Settings usual) {
        return new Settings(
                usual.bind(),
                usual.port(),
                usual.clock(),
                usual.seed(),
                SIZE,
                usual.disagreement(),
                usual.patience(),
                usual.slow(),
                usual.vmmsLag(),
                usual.iamasLag(),
                usual.gateway(),
                usual.myGov(),
                usual.file());
    }

    @AfterAll
    static void close() {
        EGOV.close();
    }

    @Test
    void theFiguresAreThoseOfTheCasesThatEndedLately() throws IOException {
        var decided = new TreeMap<String, List<Integer>>();
        for (var person : people().toList()) {
            for (var application : applications(person)) {
                var history = days(application);
                if (endedIn(history, 365)) {
                    decided.computeIfAbsent(application.path("kind").asString(), _ -> new ArrayList<>())
                            .add(workingDays(history));
                }
            }
        }
        assertThat(decided.get("EXT")).hasSizeGreaterThan(20);

        var told = asked(365);

        assertThat(told.path("outcome").asString()).isEqualTo("MATCHED");
        assertThat(told.path("kinds").size()).isEqualTo(decided.size());
        for (var kind : told.path("kinds")) {
            var sorted = decided.getOrDefault(kind.path("kind").asString(), List.of()).stream()
                    .sorted()
                    .toList();
            assertThat(kind.path("cases").asInt()).isEqualTo(sorted.size());
            assertThat(List.of(kind.path("p10"), kind.path("p50"), kind.path("p90")))
                    .extracting(JsonNode::asInt)
                    .containsExactly(nearest(sorted, 0.1), nearest(sorted, 0.5), nearest(sorted, 0.9));
        }
    }

    @Test
    void aShorterTimeHasFewerCases() throws IOException {
        var month = asked(30)
                .path("kinds")
                .valueStream()
                .mapToInt(it -> it.path("cases").asInt())
                .sum();
        var year = asked(365)
                .path("kinds")
                .valueStream()
                .mapToInt(it -> it.path("cases").asInt())
                .sum();
        assertThat(month).isBetween(1, year - 1);
    }

    private static Stream<Person> people() {
        return Stream.concat(
                COUNTRY.cast().persons().stream(), IntStream.range(0, SIZE).mapToObj(COUNTRY::person));
    }

    private static JsonNode applications(Person person) throws IOException {
        return Call.json(SYSTEMS.send(SEARCH, Call.search(person))).path("applications");
    }

    private static JsonNode asked(int days) throws IOException {
        return SYSTEMS.ask("VMMS", "/applications/durations", "{\"days\":" + days + "}");
    }

    private static List<Map.Entry<String, LocalDate>> days(JsonNode application) {
        var days = new ArrayList<Map.Entry<String, LocalDate>>();
        for (var step : application.path("history")) {
            var at = OffsetDateTime.parse(step.path("at").asString()).toInstant();
            days.add(Map.entry(step.path("status").asString(), Baku.day(at)));
        }
        return days;
    }

    private static boolean endedIn(List<Map.Entry<String, LocalDate>> history, int days) {
        return history.stream()
                .filter(step -> List.of("190", "210").contains(step.getKey()))
                .findFirst()
                .filter(end -> end.getValue().isAfter(TODAY.minusDays(days)))
                .isPresent();
    }

    /** Counted day by day: the calendar's own sum is not what is asked. */
    private static int workingDays(List<Map.Entry<String, LocalDate>> history) {
        var decision = history.stream()
                .filter(step -> List.of("150", "170", "190", "210").contains(step.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
        var days = 0;
        for (var day = history.getFirst().getValue().plusDays(1); !day.isAfter(decision); day = day.plusDays(1)) {
            days += CALENDAR.isOpen(day) ? 1 : 0;
        }
        return days;
    }

    private static int nearest(List<Integer> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
