package dev.qapi.mock.population;

import static java.util.stream.Collectors.toMap;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Identity.Kind;
import dev.qapi.mock.population.Setting.Origin;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes people: every eighth a minor whose parent is the one before, now and then a twin of the one before. */
final class Identities {

    private static final Map<Kind, Integer> KINDS = kinds();

    private final long seed;
    private final Numbers numbers;
    private final Setting setting;
    private final Names names = new Names();
    private final Map<String, Integer> shares;

    Identities(long seed, Numbers numbers, Setting setting) {
        this.seed = seed;
        this.numbers = numbers;
        this.setting = setting;
        this.shares = setting.origins().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().share(), Integer::sum, LinkedHashMap::new));
    }

    /** In thousandths: what keeps the monthly volumes of the e-services in the proportions of the real ones. */
    private static Map<Kind, Integer> kinds() {
        var kinds = new LinkedHashMap<Kind, Integer>();
        kinds.put(Kind.VISITOR, 835);
        kinds.put(Kind.RESIDENT, 50);
        kinds.put(Kind.WORKER, 12);
        kinds.put(Kind.PERMANENT, 6);
        kinds.put(Kind.CITIZEN, 97);
        return kinds;
    }

    Identity of(int place) {
        var dice = new Dice(seed, place, "identity");
        if (Families.isMinor(place)) {
            return minor(place, of(place - 1), dice);
        }
        return Families.isTwin(place) ? twin(place, of(place - 1), dice) : adult(place, dice);
    }

    private Identity adult(int place, Dice dice) {
        var kind = dice.weighted(KINDS);
        var country = kind == Kind.CITIZEN ? "AZE" : dice.weighted(shares);
        var origin = origin(country);
        var male = dice.chance(0.6);
        var least = Families.isParent(place) ? 37 : 22;
        var born = setting.day().minusYears(least).minusDays(dice.between(0, (73 - least) * 365));
        return new Identity(
                place,
                kind,
                Citizenship.of(country),
                origin,
                male,
                surname(origin, male, place),
                names.given(origin.language(), male, dice),
                born,
                written(born, kind, dice),
                passport(origin, place, '0'),
                pin(place, kind),
                -1);
    }

    /** A family has one surname, in the form for each. */
    private Names.Name surname(Origin origin, boolean male, int place) {
        return names.surname(origin.language(), male, new Dice(seed, Families.head(place), "surname"));
    }

    /** What somebody is, without making all of them. */
    Kind kind(int place) {
        if (Families.isMinor(place)) {
            return childOf(kind(place - 1));
        }
        return Families.isTwin(place) ? kind(place - 1) : new Dice(seed, place, "identity").weighted(KINDS);
    }

    private static Kind childOf(Kind parent) {
        return parent == Kind.WORKER || parent == Kind.PERMANENT ? Kind.RESIDENT : parent;
    }

    private Identity minor(int place, Identity parent, Dice dice) {
        var born = setting.day().minusYears(4).minusDays(dice.between(0, 13 * 365));
        var kind = childOf(parent.kind());
        return relative(place, parent, kind, dice, born, BirthDate.of(born.toString()), '0', parent.place());
    }

    /** Born on the same day, with a passport number that differs in one digit. */
    private Identity twin(int place, Identity other, Dice dice) {
        return relative(place, other, other.kind(), dice, other.born(), other.birthDate(), '5', -1);
    }

    private Identity relative(
            int place, Identity of, Kind kind, Dice dice, LocalDate born, BirthDate written, char slot, int parent) {
        var male = slot == '5' ? of.male() : dice.chance(0.5);
        var given = names.given(of.origin().language(), male, dice);
        while (given.equals(of.given())) {
            given = names.given(of.origin().language(), male, dice);
        }
        var number = passport(of.origin(), slot == '5' ? of.place() : place, slot);
        return new Identity(
                place,
                kind,
                of.citizenship(),
                of.origin(),
                male,
                surname(of.origin(), male, place),
                given,
                born,
                written,
                number,
                pin(place, kind),
                parent);
    }

    private static BirthDate written(LocalDate born, Kind kind, Dice dice) {
        var open = kind == Kind.CITIZEN ? 100 : dice.between(0, 99);
        return BirthDate.of(
                open == 0
                        ? born.toString().substring(0, 4)
                        : open == 1 ? born.toString().substring(0, 7) : born.toString());
    }

    RegisterNumber passport(Origin origin, int place, char slot) {
        return RegisterNumber.of(origin.series() + numbers.digits(place) + slot);
    }

    private RegisterNumber pin(int place, Kind kind) {
        return RegisterNumber.of(numbers.letters(place, kind == Kind.CITIZEN ? 7 : 6));
    }

    private Origin origin(String country) {
        var origin = setting.origins().get(country);
        if (origin == null) {
            throw new IllegalArgumentException("no such citizenship");
        }
        return origin;
    }
}
