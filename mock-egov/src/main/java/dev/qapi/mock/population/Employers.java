package dev.qapi.mock.population;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Employer.Places;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Makes employers: one for a hundred people; worker and employer find each other by arithmetic. */
final class Employers {

    private static final int PEOPLE = 100;

    /** A permit for a year that is issued in January and the next in December. */
    private static final int MOST_PERMITS_A_YEAR = 2;

    private final long seed;
    private final Numbers numbers;
    private final Setting setting;
    private final Identities identities;
    private final int size;
    private final int count;

    Employers(long seed, int size, Numbers numbers, Setting setting, Identities identities) {
        this.seed = seed;
        this.size = size;
        this.numbers = numbers;
        this.setting = setting;
        this.identities = identities;
        this.count = Math.max(size / PEOPLE, 1);
    }

    int count() {
        return count;
    }

    /** Id of the employer of somebody. */
    String ofWorker(int place) {
        return id(place % count);
    }

    /** ISCO-08 code of somebody's work. */
    String occupation(int place) {
        return setting.occupations().get(Math.floorMod(place / count, 3) + occupationsFrom(place % count));
    }

    private int occupationsFrom(int employer) {
        return Math.floorMod(employer, setting.occupations().size() - 2);
    }

    /** Places of the foreigners who work for it. */
    IntStream workers(int employer) {
        return IntStream.iterate(employer, place -> place < size, place -> place + count)
                .filter(place -> identities.kind(place) == Identity.Kind.WORKER);
    }

    private static String id(int employer) {
        return "e-" + employer;
    }

    /** By the number within the VÖEN. */
    OptionalInt find(String taxNumber) {
        return taxNumber.length() != 10
                ? OptionalInt.empty()
                : numbers.place(taxNumber.substring(1, 8)).stream()
                        .filter(employer -> employer < count)
                        .findFirst();
    }

    Employer of(int employer) {
        var dice = new Dice(seed, employer, "employer");
        var individual = dice.chance(0.1);
        var activity = dice.of(setting.activities());
        var name = dice.of(setting.companies()) + ' ' + (employer + 1);
        var exempt = dice.chance(0.1) ? dice.between(1, 5) : 0;
        var foreign = exempt + (int) workers(employer).count();
        return new Employer(
                id(employer),
                RegisterNumber.of("1" + numbers.digits(employer) + "0" + (individual ? '2' : '1')),
                individual ? "F/Ş " + name : name + " MMC",
                individual ? "INDIVIDUAL" : "LEGAL_ENTITY",
                dice.chance(0.96) ? "ACTIVE" : "SUSPENDED",
                setting.day().minusDays(dice.between(4100, 9000)),
                activity,
                foreign + dice.between(5, 400),
                foreign,
                exempt,
                quota(employer, activity, dice));
    }

    private List<Places> quota(int employer, String activity, Dice dice) {
        var places = new ArrayList<Places>();
        var workers = workers(employer).mapToObj(this::occupation).toList();
        for (var year = Life.BEGIN.getYear(); year <= Life.END.getYear(); year++) {
            for (var i = 0; i < 3; i++) {
                var occupation = setting.occupations().get(occupationsFrom(employer) + i);
                var taken = MOST_PERMITS_A_YEAR * Collections.frequency(workers, occupation);
                places.add(new Places(year, activity, occupation, taken + dice.between(2, 12), 0, 0));
            }
        }
        return places;
    }
}
