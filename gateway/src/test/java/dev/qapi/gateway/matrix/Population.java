package dev.qapi.gateway.matrix;

import dev.qapi.mock.population.Charge;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Employer;
import dev.qapi.mock.population.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The made-up people of the simulated government, each asked about by one cell only. */
final class Population {

    static final long SEED = 42;
    static final int SIZE = 100_000;
    /** Everybody's registers agree about them: a disagreement would be an outcome of its own. */
    static final double DISAGREEMENT = 0;

    private static final Country COUNTRY = new Country(SEED, SIZE, DISAGREEMENT);
    private static final LocalDate TODAY =
            StoppedClock.START.atZone(ZoneId.of("Asia/Baku")).toLocalDate();
    private static final Instant LONG_AGO = StoppedClock.START.minus(StoppedClock.LONGEST);

    private static final LocalDate LONG_AGO_DAY =
            LONG_AGO.atZone(ZoneId.of("Asia/Baku")).toLocalDate();

    private static final AtomicInteger NO_COMPANY = new AtomicInteger(990_000_000);

    private final Iterator<Person> people = everybody();
    private final Iterator<Employer> companies = COUNTRY.employers()
            .filter(it -> it.id().startsWith("e-")) // of the named ones the sandbox tells a story
            .iterator();

    private static Iterator<Person> everybody() {
        return IntStream.range(0, SIZE)
                .mapToObj(COUNTRY::person)
                .filter(person -> person.documents().getFirst().type().equals("PASSPORT"))
                .iterator();
    }

    /** Somebody nobody has asked about yet. */
    synchronized Identity next(Predicate<Person> wanted) {
        while (people.hasNext()) {
            var person = people.next();
            if (wanted.test(person)) {
                return Identity.of(person);
            }
        }
        throw new IllegalStateException("there is nobody left like that");
    }

    /** VÖEN of a company that nobody has asked about yet. */
    synchronized String nextCompany() {
        return companies.next().taxNumber().reveal();
    }

    /** A VÖEN that nobody was given. */
    static String noCompany() {
        return Stream.generate(() -> NO_COMPANY.incrementAndGet() + "1")
                .filter(number -> COUNTRY.employer(number).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Some people, who may be asked about by one cell after the other where nothing is kept. */
    static List<Identity> some(Predicate<Person> wanted, int people) {
        return IntStream.range(0, SIZE)
                .mapToObj(COUNTRY::person)
                .filter(person -> person.documents().getFirst().type().equals("PASSPORT"))
                .filter(wanted)
                .limit(people)
                .map(Identity::of)
                .toList();
    }

    /** And waits for nothing: a countdown would go on while the clock does, an expected range would be one more call. */
    static boolean hasApplied(Person person) {
        return person.cases().stream()
                        .anyMatch(it -> !it.steps().getFirst().at().isAfter(LONG_AGO))
                && Stream.iterate(
                                LONG_AGO, day -> !day.isAfter(StoppedClock.START), day -> day.plus(Duration.ofDays(1)))
                        .noneMatch(day -> waits(person, day));
    }

    private static boolean waits(Person person, Instant now) {
        return person.cases().stream()
                .flatMap(it -> COUNTRY.story(it, COUNTRY.moment(person, now, Duration.ZERO), null).stream())
                .anyMatch(story -> story.now().holder().until() != null);
    }

    /** Somebody who is registered somewhere today, and was before anything is asked. */
    static boolean isRegistered(Person person) {
        return person.registrations().stream()
                .filter(it -> it.state() == null && !it.from().isAfter(LONG_AGO_DAY))
                .anyMatch(it -> it.until() == null || !it.until().isBefore(TODAY));
    }

    /** Somebody of whose charges both registers know. */
    static boolean hasBeenCharged(Person person) {
        return person.charges().stream()
                .anyMatch(it -> it.paymentNumber() != null && !it.decidedOn().isAfter(LONG_AGO_DAY));
    }

    /** Every register knows everybody, be it that it holds nothing on them. */
    static boolean isKnown(Person person) {
        return !person.isPersona();
    }

    static boolean isFree(Person person) {
        return !isBarred(person) && !owes(person);
    }

    static boolean isBarred(Person person) {
        return person.bars().stream()
                        .filter(bar -> !bar.since().isAfter(TODAY))
                        .anyMatch(bar -> bar.until() == null || !bar.until().isBefore(TODAY))
                || person.charges().stream()
                        .filter(charge -> !charge.decidedOn().isAfter(TODAY))
                        .map(charge -> charge.told(TODAY, null))
                        .anyMatch(charge -> charge.barsEntry() && isOwed(charge));
    }

    private static boolean isOwed(Charge charge) {
        return !"PAID".equals(charge.state());
    }

    static boolean owes(Person person) {
        return person.debts().stream().anyMatch(debt -> !debt.since().isAfter(TODAY));
    }
}
