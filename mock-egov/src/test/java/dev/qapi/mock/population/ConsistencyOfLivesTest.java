package dev.qapi.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Document;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody's papers contradict each other, whichever register is asked. */
class ConsistencyOfLivesTest {

    private static final int SIZE = 6_000;
    private static final Country COUNTRY = new Country(7, SIZE, 0);
    private static final LocalDate DAY = Setting.read().day();

    private static final List<Person> PEOPLE =
            IntStream.range(0, SIZE).mapToObj(COUNTRY::person).toList();

    /** A time in the country; one that does not end ends with the lives. */
    private record Stay(LocalDate from, LocalDate until) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    private static void everybody(Predicate<Person> holds) {
        assertThat(PEOPLE.stream().filter(holds.negate()).map(Person::id).limit(5))
                .isEmpty();
    }

    private static List<Stay> stays(Person person) {
        var stays = new ArrayList<Stay>();
        var all = person.crossings();
        for (var i = 0; i < all.size(); i += 2) {
            var until = i + 1 < all.size() ? Baku.day(all.get(i + 1).at()) : LocalDate.MAX;
            stays.add(new Stay(Baku.day(all.get(i).at()), until));
        }
        return stays;
    }

    private static Stream<LocalDate> entries(Person person) {
        return stays(person).stream().map(Stay::from);
    }

    private static Stream<CaseStory> ended(Person person) {
        var end = Instant.parse("2036-01-01T00:00:00Z");
        return person.cases().stream().flatMap(it -> COUNTRY.story(it, new Moment(end, end), null).stream());
    }

    private static Stream<LocalDate> reached(CaseStory story, String status) {
        return story.history().stream().filter(it -> it.status().equals(status)).map(it -> Baku.day(it.at()));
    }

    @Test
    void whoeverLeavesHasEnteredBeforeAndNobodyEntersTwice() {
        everybody(person -> {
            var directions =
                    person.crossings().stream().map(Crossing::direction).toList();
            var times = person.crossings().stream().map(Crossing::at).toList();
            return IntStream.range(0, directions.size())
                            .allMatch(i -> directions.get(i).equals(i % 2 == 0 ? "ENTRY" : "EXIT"))
                    && times.equals(times.stream().sorted().toList());
        });
    }

    @Test
    void whoeverIsRegisteredIsInTheCountryAndAtOnePlace() {
        everybody(person -> person.registrations().stream()
                .allMatch(it -> it.until() != null
                        && stays(person).stream().anyMatch(stay -> stay.covers(it.from()) && stay.covers(it.until()))));
        everybody(person -> {
            var all = person.registrations();
            return IntStream.range(1, all.size()).allMatch(i -> {
                var before = all.get(i - 1).until();
                return before != null && before.isBefore(all.get(i).from());
            });
        });
    }

    @Test
    void aVisaCoversEachEntryThatNeedsOne() {
        var free = Setting.read().origins();
        everybody(person -> {
            var origin = free.get(person.citizenship().reveal());
            return origin != null && origin.visaFree()
                    || entries(person)
                            .allMatch(day -> person.visas().stream()
                                    .anyMatch(it -> !it.from().isAfter(day)
                                            && !it.until().isBefore(day)));
        });
    }

    @Test
    void aPassportCoversEachEntryAndNoPaperIsOlderThanItsOwner() {
        everybody(person -> entries(person)
                .filter(day -> day.isBefore(DAY.plusYears(2)))
                .allMatch(day -> person.documents().stream().anyMatch(it -> isPassportOf(it, day))));
        everybody(person -> {
            var born = LocalDate.parse((person.birthDate().reveal() + "-01-01").substring(0, 10));
            var papers = person.documents().stream().flatMap(it -> Stream.ofNullable(it.from()));
            return Stream.concat(papers, entries(person)).allMatch(it -> it.isAfter(born));
        });
    }

    private static boolean isPassportOf(Document document, LocalDate day) {
        var from = document.from();
        var until = document.until();
        return document.type().equals("PASSPORT")
                && from != null
                && until != null
                && !from.isAfter(day)
                && !until.isBefore(day);
    }

    @Test
    void nobodyWhoIsBarredComesInOrGoesOut() {
        everybody(person -> person.bars().stream()
                .allMatch(bar -> person.crossings().stream()
                        .filter(it -> it.direction().equals(bar.direction()))
                        .map(it -> Baku.day(it.at()))
                        .allMatch(
                                day -> day.isBefore(bar.since()) || bar.until() != null && day.isAfter(bar.until()))));
        everybody(person -> person.charges().stream()
                .filter(Charge::barsEntry)
                .allMatch(fine -> entries(person)
                        .allMatch(day -> day.isBefore(fine.decidedOn())
                                || fine.paidOn() != null && day.isAfter(fine.paidOn()))));
        everybody(person -> person.debts().stream()
                .allMatch(debt -> person.crossings().stream()
                        .filter(it -> it.direction().equals("EXIT"))
                        .allMatch(it -> Baku.day(it.at()).isBefore(debt.since()))));
    }

    @Test
    void whoeverStaysLongerThanAllowedIsFined() {
        everybody(person -> stays(person).stream()
                .filter(stay -> stay.until().isBefore(LocalDate.MAX))
                .filter(stay -> stay.until().isAfter(mayStay(person, stay)))
                .allMatch(stay -> person.charges().stream()
                        .anyMatch(it -> it.code().equals("575.1") && stay.covers(it.decidedOn()))));
    }

    private static LocalDate mayStay(Person person, Stay stay) {
        return ended(person)
                .filter(it -> it.of().kind().equals("EXT") && it.has("190"))
                .filter(it -> stay.covers(Baku.day(it.history().getFirst().at())))
                .flatMap(it -> it.issued().stream())
                .flatMap(it -> Stream.ofNullable(it.validUntil()))
                .findFirst()
                .orElse(stay.from().plusDays(90));
    }

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
        assertThat(PEOPLE.stream().flatMap(ConsistencyOfLivesTest::ended).filter(it -> it.has("230")))
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
                                    .flatMap(ConsistencyOfLivesTest::ended)
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
    void twinsAreTwoPeopleAndParentsGrownUp() {
        IntStream.range(1, SIZE).filter(i -> Identities.isTwin(i) && i % 8 != 7).forEach(i -> {
            assertThat(PEOPLE.get(i).given()).isNotEqualTo(PEOPLE.get(i - 1).given());
            assertThat(PEOPLE.get(i).surname()).isEqualTo(PEOPLE.get(i - 1).surname());
        });
        everybody(child -> child.parent() == null || year(child) - year(parent(child)) >= 18);
        everybody(person -> person.surname().endsWith("OVA") == person.sex().equals("F")
                || !person.surname().matches(".*OVA?"));
    }

    private static Person parent(Person child) {
        return COUNTRY.person(String.valueOf(child.parent())).orElseThrow();
    }

    private static int year(Person person) {
        return Integer.parseInt(person.birthDate().reveal().substring(0, 4));
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
