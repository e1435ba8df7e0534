package dev.qapi.mock.population;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.qapi.identifier.DocumentNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CountryTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SIZE = 20_000;
    private static final Country COUNTRY = new Country(42, SIZE, Country.DISAGREEMENT);

    private static final List<Person> PEOPLE =
            IntStream.range(0, SIZE).mapToObj(COUNTRY::person).toList();

    private static Stream<Person> people() {
        return PEOPLE.stream();
    }

    @Test
    void theSameSeedIsTheSameCountryByteByByteAndAnotherIsAnother() throws Exception {
        assertThat(digest(new Country(42, 2_000, 0.02))).isEqualTo(digest(new Country(42, 2_000, 0.02)));
        assertThat(digest(new Country(43, 2_000, 0.02))).isNotEqualTo(digest(new Country(42, 2_000, 0.02)));
    }

    private static String digest(Country country) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        country.everybody().forEach(it -> digest.update(JSON.writeValueAsBytes(it)));
        country.employers().forEach(it -> digest.update(JSON.writeValueAsBytes(it)));
        return new String(digest.digest(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void nobodysLifeDependsOnWhoWasAskedForBefore() {
        var before = JSON.writeValueAsString(COUNTRY.person(77));
        COUNTRY.person(3);
        assertThat(JSON.writeValueAsString(COUNTRY.person(77))).isEqualTo(before);
        assertThat(JSON.writeValueAsString(new Country(42, 78, Country.DISAGREEMENT).person(77)))
                .contains(COUNTRY.person(77).documents().getFirst().number().reveal());
    }

    @Test
    void everybodyIsFoundByEachOfTheirDocumentsAndIsTheOnlyOne() {
        people().limit(4_000)
                .forEach(person -> person.documents().stream()
                        .filter(it -> !it.type().equals("ID_CARD"))
                        .forEach(it -> assertThat(COUNTRY.find(
                                        it.type(),
                                        DocumentNumber.of(it.number().reveal()),
                                        person.birthDate(),
                                        person.citizenship()))
                                .extracting(Person::id)
                                .containsExactly(person.id())));
    }

    @Test
    void everybodyIsFoundByWhatTheyOwe() {
        var fined = people().filter(it -> !it.charges().isEmpty())
                .limit(200)
                .peek(person -> person.charges().forEach(charge -> {
                    var payment = charge.paymentNumber();
                    var protocol = charge.protocolNumber();
                    assertThat(payment).isNotNull();
                    assertThat(protocol).isNotNull();
                    assertThat(COUNTRY.byPaymentNumber(String.valueOf(payment == null ? "" : payment.reveal())))
                            .get()
                            .returns(person.id(), Person::id);
                    assertThat(COUNTRY.byProtocolNumber(String.valueOf(protocol == null ? "" : protocol.reveal())))
                            .get()
                            .returns(person.id(), Person::id);
                }));
        assertThat(fined).hasSize(200);
    }

    @Test
    void noTwoPeopleShareANumber() {
        var seen = new HashSet<String>();
        people().forEach(person -> {
            person.documents()
                    .forEach(it -> assertThat(seen.add(it.number().reveal())).isTrue());
            person.cases()
                    .forEach(it -> assertThat(seen.add(it.number().reveal())).isTrue());
        });
        assertThat(people().flatMap(it -> Stream.ofNullable(it.pin()))).doesNotHaveDuplicates();
    }

    @Test
    void monthlyVolumesStandInTheProportionsOfTheRealOnes() {
        var from = LocalDate.of(2026, 1, 1);
        var until = LocalDate.of(2028, 1, 1);
        var registrations = people().flatMap(it -> it.registrations().stream())
                .filter(it -> !it.from().isBefore(from) && it.from().isBefore(until))
                .count();
        var cases = people().flatMap(it -> it.cases().stream())
                .filter(it -> {
                    var day = Baku.day(it.steps().getFirst().at());
                    return !day.isBefore(from) && day.isBefore(until);
                })
                .collect(groupingBy(Case::kind, counting()));
        assertThat(share(cases, "EXT", registrations)).isCloseTo(2570.0 / 8627, within(0.06));
        assertThat(share(cases, "TRP", registrations)).isCloseTo(563.0 / 8627, within(0.02));
        assertThat(share(cases, "WP", registrations)).isCloseTo(106.0 / 8627, within(0.006));
        assertThat(share(cases, "PRP", registrations)).isCloseTo(15.0 / 8627, within(0.002));
    }

    private static double share(Map<String, Long> cases, String kind, long registrations) {
        return (double) cases.getOrDefault(kind, 0L) / registrations;
    }

    @Test
    void thereAreMinorsWithParentsTwinsOpenBirthDatesAndOtherScripts() {
        var parents = people().filter(it -> it.parent() != null).toList();
        assertThat(parents).hasSizeGreaterThan(2_000).allSatisfy(child -> {
            var parent = COUNTRY.person(String.valueOf(child.parent())).orElseThrow();
            assertThat(child.surname().replaceFirst("A$", ""))
                    .isEqualTo(parent.surname().replaceFirst("A$", ""));
            assertThat(parent.birthDate().reveal()).isLessThan(child.birthDate().reveal());
        });
        assertThat(people().filter(it -> it.birthDate().reveal().length() < 10).count())
                .isBetween(100L, 800L);
        assertThat(people().filter(
                                it -> it.nativeName() != null && it.nativeName().matches(".*[А-я].*")))
                .hasSizeGreaterThan(3_000)
                .allMatch(it -> it.surname().matches("[A-Z ]+"));
        assertThat(people().filter(
                                it -> it.nativeName() != null && it.nativeName().contains("ə")))
                .isNotEmpty();
    }

    @Test
    void aTwinDiffersInOneDigit() {
        var twin = COUNTRY.person(98);
        var other = COUNTRY.person(97);
        assertThat(twin.birthDate()).isEqualTo(other.birthDate());
        var number = twin.documents().getFirst().number().reveal();
        var others = other.documents().getFirst().number().reveal();
        assertThat(IntStream.range(0, number.length()).filter(i -> number.charAt(i) != others.charAt(i)))
                .hasSize(1);
    }

    @Test
    void registersDisagreeAboutAsManyAsIsSaid() {
        assertThat(people().filter(it -> !it.disagreements().isEmpty()).count() / (double) SIZE)
                .isCloseTo(0.02, within(0.005));
        assertThat(new Country(42, 500, 0).everybody().filter(it -> !it.isPersona()))
                .allMatch(it -> it.disagreements().isEmpty());
    }

    @Test
    void everyStoryGoesForwardInTime() {
        people().flatMap(it -> it.cases().stream()).forEach(it -> {
            var times = it.steps().stream().map(Case.Step::at).toList();
            assertThat(times).isSorted();
        });
    }

    @Test
    void theCountryGoesOnForYears() {
        var years = people().flatMap(it -> it.cases().stream())
                .map(it -> Baku.day(it.steps().getFirst().at()).getYear())
                .distinct()
                .toList();
        assertThat(years).containsAll(List.of(2025, 2026, 2027, 2028, 2029, 2030));
    }
}
