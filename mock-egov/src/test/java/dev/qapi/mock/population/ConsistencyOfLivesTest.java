package dev.qapi.mock.population;

import static dev.qapi.mock.population.Lives.COUNTRY;
import static dev.qapi.mock.population.Lives.DAY;
import static dev.qapi.mock.population.Lives.PEOPLE;
import static dev.qapi.mock.population.Lives.SIZE;
import static dev.qapi.mock.population.Lives.ended;
import static dev.qapi.mock.population.Lives.entries;
import static dev.qapi.mock.population.Lives.everybody;
import static dev.qapi.mock.population.Lives.stays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.population.Lives.Stay;
import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Document;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody's papers contradict each other, whichever register is asked. */
class ConsistencyOfLivesTest {

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
    void twinsAreTwoPeopleAndParentsGrownUp() {
        IntStream.range(1, SIZE).filter(i -> Families.isTwin(i)).forEach(i -> {
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
}
