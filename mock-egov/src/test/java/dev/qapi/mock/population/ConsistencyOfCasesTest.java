package dev.qapi.mock.population;

import static dev.qapi.mock.population.Lives.COUNTRY;
import static dev.qapi.mock.population.Lives.DAY;
import static dev.qapi.mock.population.Lives.PEOPLE;
import static dev.qapi.mock.population.Lives.ended;
import static dev.qapi.mock.population.Lives.everybody;
import static dev.qapi.mock.population.Lives.reached;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is applied for, paid, given and worked with fits together and the law. */
class ConsistencyOfCasesTest {

    @Test
    void nobodyPaysBeforeTheNumberIsKnownOrAfterTheTerm() {
        everybody(person -> ended(person).allMatch(story -> {
            var fee = story.of().fee();
            var paid = story.paidAt();
            return fee == null
                    || paid == null
                    || !paid.isBefore(fee.known())
                            && fee.dueBy() != null
                            && !Baku.day(paid).isAfter(fee.dueBy());
        }));
    }

    @Test
    void aFeeUnpaidThirtyDaysAfterTheTermCancelsThePermission() {
        everybody(person -> ended(person).allMatch(story -> {
            var fee = story.of().fee();
            if (fee == null || fee.dueBy() == null || !story.has("150")) {
                return story.of().fee() == null || !story.has("190");
            }
            var thirtyDaysOn =
                    reached(story, "150").allMatch(day -> day.plusDays(30).equals(fee.dueBy()));
            var cancelled =
                    reached(story, "230").allMatch(day -> day.equals(fee.dueBy().plusDays(1)));
            return thirtyDaysOn && cancelled && story.has("230") == (story.paidAt() == null);
        }));
        assertThat(PEOPLE.stream().flatMap(Lives::ended).filter(it -> it.has("230")))
                .hasSizeGreaterThan(20);
    }

    @Test
    void officesDecideOnDaysOnWhichTheyAreOpen() {
        var calendar = Setting.read().calendar();
        everybody(person -> ended(person)
                .flatMap(story -> Stream.of("100", "110", "120", "130", "140", "150", "170", "180", "190", "210")
                        .flatMap(status -> reached(story, status)))
                .allMatch(day -> calendar.onOrAfter(day).equals(day)));
    }

    @Test
    void employersHaveAsManyForeignersAndPlacesAsTheirPermitsTake() {
        assertThat(COUNTRY.employers().filter(it -> it.id().startsWith("e-"))).allSatisfy(employer -> {
            var workers = COUNTRY.workers(employer).toList();
            assertThat(employer.foreignEmployees()).isBetween(workers.size(), employer.employees());
            assertThat(employer.exempt()).isLessThanOrEqualTo(employer.foreignEmployees());
            employer.quota()
                    .forEach(places -> assertThat(workers.stream()
                                    .flatMap(Lives::ended)
                                    .filter(it ->
                                            places.occupation().equals(it.of().occupation()))
                                    .flatMap(it -> reached(it, "190"))
                                    .filter(day -> day.getYear() == places.year())
                                    .count())
                            .isLessThanOrEqualTo(places.approved()));
        });
    }

    @Test
    void nobodyWorksWithoutPermitOrAsAChild() {
        everybody(person -> person.employments().stream().allMatch(job -> {
            var permits =
                    ended(person).filter(it -> it.of().kind().equals("WP")).toList();
            var begun = permits.stream().flatMap(it -> reached(it, "190")).anyMatch(day -> day.isBefore(job.from()));
            var born = LocalDate.parse((person.birthDate().reveal() + "-01-01").substring(0, 10));
            return (begun || person.citizenship().reveal().equals("AZE"))
                    && born.plusYears(18).isBefore(job.from());
        }));
    }

    @Test
    void permitsAreAskedForInTime() {
        everybody(person -> {
            var cases = ended(person).filter(it -> it.of().kind().equals("TRP")).toList();
            return IntStream.range(1, cases.size())
                    .allMatch(i -> cases.get(i - 1).issued().stream()
                            .filter(it -> it.kind().equals("CARD"))
                            .flatMap(it -> Stream.ofNullable(it.validUntil()))
                            .allMatch(until -> Baku.day(
                                            cases.get(i).history().getFirst().at())
                                    .isBefore(until.minusDays(30))));
        });
    }

    @Test
    void aRegisterTellsNothingThatIsStillToCome() {
        var now = Baku.at(DAY, 10, 0);
        everybody(person -> person.cases().stream()
                .flatMap(it -> COUNTRY.story(it, COUNTRY.moment(person, now, Duration.ZERO), null).stream())
                .flatMap(story -> story.history().stream())
                .noneMatch(step -> step.at().isAfter(now)));
    }
}
