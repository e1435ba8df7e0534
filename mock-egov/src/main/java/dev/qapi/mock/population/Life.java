package dev.qapi.mock.population;

import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Papers.Act;
import dev.qapi.mock.population.Papers.Bar;
import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Debt;
import dev.qapi.mock.population.Papers.Disagreement;
import dev.qapi.mock.population.Papers.Document;
import dev.qapi.mock.population.Papers.Employment;
import dev.qapi.mock.population.Papers.Registration;
import dev.qapi.mock.population.Papers.Visa;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happens to somebody, while it is being made up. */
final class Life {

    /** From when on, and until when, lives are written. */
    static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);

    static final LocalDate END = LocalDate.of(2031, 12, 31);

    final Identity who;
    final Dice dice;
    private final Numbers numbers;
    final List<Document> documents = new ArrayList<>();
    final List<Crossing> crossings = new ArrayList<>();
    final List<Visa> visas = new ArrayList<>();
    final List<Registration> registrations = new ArrayList<>();
    final List<Charge> charges = new ArrayList<>();
    final List<Bar> bars = new ArrayList<>();
    final List<Debt> debts = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    final List<Employment> employments = new ArrayList<>();
    final List<Disagreement> disagreements = new ArrayList<>();
    final List<Case> cases = new ArrayList<>();
    private int things;

    Life(Identity who, Dice dice, Numbers numbers) {
        this.who = who;
        this.dice = dice;
        this.numbers = numbers;
    }

    /** Whether there is a number left for one more thing. */
    boolean goesOn() {
        return things < Numbers.THINGS;
    }

    int next() {
        return things++;
    }

    String digits(int thing) {
        return numbers.digits(who.place(), thing);
    }

    ApplicationNumber application(LocalDate day, int thing) {
        return ApplicationNumber.of("MR-" + day.getYear() + '-' + digits(thing));
    }

    /** Twelve digits, the last one making their sum divisible by ten. */
    RegisterNumber payment(int thing) {
        var digits = "82" + numbers.digits(who.place()) + "%02d".formatted(thing);
        return RegisterNumber.of(
                digits + Math.floorMod(-digits.chars().map(it -> it - '0').sum(), 10));
    }

    RegisterNumber protocol(int thing) {
        return RegisterNumber.of("İX-" + numbers.digits(who.place()) + '-' + "%02d".formatted(thing));
    }

    Person person() {
        return new Person(
                who.id(),
                who.surname().latin(),
                who.given().latin(),
                who.nativeName(),
                who.male() ? "M" : "F",
                who.birthDate(),
                who.citizenship(),
                documents,
                who.kind() == Identity.Kind.VISITOR ? null : who.pin(),
                who.isMinor() ? Identity.id(who.parent()) : null,
                List.of(),
                crossings,
                visas,
                registrations,
                charges,
                bars,
                debts,
                List.of(),
                acts,
                employments,
                disagreements,
                cases);
    }
}
