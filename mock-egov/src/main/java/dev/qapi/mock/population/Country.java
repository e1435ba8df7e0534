package dev.qapi.mock.population;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody there is: the personas, and as many made-up people as are wanted. The same seed and size give the same
 * country, byte by byte; a person takes no memory until asked about.
 */
public final class Country {

    /** How often one register holds something otherwise than the others, unless said. */
    public static final double DISAGREEMENT = 0.02;

    private static final int DIGITS = 7;

    private final int size;
    private final Setting setting = Setting.read();
    private final Numbers numbers;
    private final Generator generator;
    private final Employers employers;
    private final Cast cast;

    /**
     * @param size how many people beside the personas
     * @throws IllegalArgumentException if there are not that many numbers
     */
    public Country(long seed, int size, double disagreement) {
        if (size < 0 || size > Numbers.MOST_PEOPLE) {
            throw new IllegalArgumentException("There can be up to " + Numbers.MOST_PEOPLE + " people");
        }
        this.size = size;
        this.numbers = new Numbers(seed);
        var identities = new Identities(seed, numbers, setting);
        this.employers = new Employers(seed, size, numbers, setting, identities);
        this.generator = new Generator(seed, disagreement, numbers, setting, identities, employers);
        this.cast = new Cast(setting);
    }

    /** How many people beside the personas. */
    public int size() {
        return size;
    }

    /** The named persons and employers. */
    public Cast cast() {
        return cast;
    }

    /** Somebody by place, from 0 on. */
    public Person person(int place) {
        return generator.person(place);
    }

    /** Everybody, the personas first, each made when reached. */
    public Stream<Person> everybody() {
        return Stream.concat(cast.persons().stream(), IntStream.range(0, size).mapToObj(this::person));
    }

    /** By id: of a persona or of somebody else. */
    public Optional<Person> person(String id) {
        var persona = cast.person(id);
        return persona.isPresent() || !id.startsWith("p-")
                ? persona
                : Optional.of(person(Integer.parseInt(id.substring(2))));
    }

    /** Those whose details these are, to the letter; more than one where a document leaves something open. */
    public List<Person> find(String type, DocumentNumber number, BirthDate birthDate, Citizenship citizenship) {
        return Stream.concat(cast.byDocument(number.reveal()), candidates(type, number.reveal()))
                .filter(person -> person.is(type, number, birthDate, citizenship))
                .toList();
    }

    /** A passport's digits are followed by one that tells a current from a former, and one's own from a twin's. */
    private Stream<Person> candidates(String type, String number) {
        var tail = type.equals("PASSPORT") ? 1 : 0;
        var from = number.length() - tail - DIGITS;
        if (from < 0) {
            return Stream.empty();
        }
        var place = numbers.place(number.substring(from, number.length() - tail));
        var owner = tail == 1 ? place : shared(place);
        return owner.stream()
                .map(it -> number.endsWith("5") && tail == 1 ? it + 1 : it)
                .filter(it -> it < size)
                .mapToObj(this::person);
    }

    private static OptionalInt shared(OptionalInt place) {
        return place.isPresent() ? OptionalInt.of(place.getAsInt() / Numbers.THINGS) : place;
    }

    /** Who was given this payment number, by its digits. */
    public Optional<Person> byPaymentNumber(String number) {
        return cast.byPaymentNumber(number).or(() -> inside(number, 2));
    }

    /** Who was given this protocol number, by its digits; dashes do not matter. */
    public Optional<Person> byProtocolNumber(String number) {
        var plain = number.replace("-", "");
        return cast.byProtocolNumber(plain).or(() -> inside(plain, 2));
    }

    private Optional<Person> inside(String number, int from) {
        return number.length() < from + DIGITS
                ? Optional.empty()
                : numbers.place(number.substring(from, from + DIGITS)).stream()
                        .filter(place -> place < size)
                        .mapToObj(this::person)
                        .findFirst();
    }

    /** By VÖEN. */
    public Optional<Employer> employer(String taxNumber) {
        return cast.byTaxNumber(taxNumber)
                .or(() -> employers.find(taxNumber).stream()
                        .mapToObj(employers::of)
                        .filter(employer -> employer.taxNumber().reveal().equals(taxNumber))
                        .findFirst());
    }

    /** By id. */
    public Optional<Employer> employerOf(String id) {
        return cast.employer(id)
                .or(() -> id.startsWith("e-")
                        ? Optional.of(employers.of(Integer.parseInt(id.substring(2))))
                        : Optional.empty());
    }

    /** Every employer, the named ones first. */
    public Stream<Employer> employers() {
        return Stream.concat(
                cast.employers().stream(), IntStream.range(0, employers.count()).mapToObj(employers::of));
    }

    /** Foreigners who work with a permit for an employer. */
    public Stream<Person> workers(Employer employer) {
        return employer.id().startsWith("e-")
                ? employers
                        .workers(Integer.parseInt(employer.id().substring(2)))
                        .mapToObj(this::person)
                : Stream.empty();
    }

    /** An application as it stands, empty while it is not handed in. */
    public Optional<CaseStory> story(Case told, Moment moment, @Nullable Instant payment) {
        return CaseStory.of(told, moment, payment, setting.calendar());
    }

    /** How far a person's story has come. */
    public Moment moment(Person person, Instant now, Duration moved) {
        return new Moment(person.isPersona() ? setting.told().plus(moved) : now, now);
    }

    /** A case that begins now. */
    public Filing filing() {
        return new Filing(setting);
    }
}
