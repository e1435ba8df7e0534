package dev.qapi.mock.population;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Identity.Kind;
import dev.qapi.mock.population.Papers.Act;
import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Document;
import dev.qapi.mock.population.Papers.Employment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Lives of those who stay: permits year by year, work, family. */
final class Settlers {

    private final Setting setting;
    private final Wishes wishes;
    private final Visits visits;
    private final Employers employers;

    Settlers(Setting setting, Wishes wishes, Visits visits, Employers employers) {
        this.setting = setting;
        this.wishes = wishes;
        this.visits = visits;
        this.employers = employers;
    }

    void of(Life life) {
        if (life.who.kind() == Kind.CITIZEN) {
            citizen(life);
        } else {
            foreigner(life);
        }
    }

    private void foreigner(Life life) {
        var dice = life.dice;
        var settled = life.who.kind() == Kind.PERMANENT ? 970 : 0;
        var arrival = Life.BEGIN.minusDays(400 + settled).plusDays(dice.between(0, 900));
        var at = Baku.at(arrival, dice.between(0, 23), dice.between(0, 59));
        life.crossings.add(new Crossing("ENTRY", at, dice.of(setting.points())));
        var thing = life.next();
        if (!life.who.origin().visaFree()) {
            visits.visa(life, arrival, thing);
        }
        var registered = arrival.plusDays(dice.between(0, 9));
        for (var year = arrival.plusYears(1); isAhead(registered, thing); year = year.plusYears(1)) {
            visits.register(life, registered, year.minusDays(1), thing++);
            registered = year;
        }
        switch (life.who.kind()) {
            case PERMANENT -> permanent(life, arrival);
            case WORKER -> worker(life, arrival);
            default -> resident(life, arrival);
        }
        cards(life);
    }

    private static boolean isAhead(LocalDate day, int thing) {
        return day.isBefore(Life.END) && thing < Numbers.THINGS;
    }

    /** Temporary residence first: for a year, then for two at a time. */
    private void permanent(Life life, LocalDate arrival) {
        var asked = arrival.plusDays(life.dice.between(1000, 1870));
        var months = 12;
        for (var day = arrival.plusDays(28); day.isBefore(asked); day = day.plusMonths(months)) {
            months = life.cases.isEmpty() ? 12 : 24;
            reside(life, day, months);
        }
        wishes.apply(life, "PRP", asked, 40, 0, asked.plusYears(5), life.next(), null, null);
    }

    private void resident(Life life, LocalDate arrival) {
        for (var day = arrival.plusDays(28); day.isBefore(Life.END); day = day.plusYears(1)) {
            reside(life, day, 12);
        }
    }

    /** Asked for more than 30 days before the last one ends. */
    private void reside(Life life, LocalDate day, int months) {
        var until = day.plusMonths(months).plusDays(42);
        wishes.apply(life, "TRP", day, 20, months, until, life.next(), null, null);
    }

    /** Nobody works before the permit is there. */
    private void worker(Life life, LocalDate arrival) {
        var employer = employers.ofWorker(life.who.place());
        var occupation = employers.occupation(life.who.place());
        for (var day = arrival.plusDays(20); life.goesOn() && day.isBefore(Life.END); day = day.plusYears(1)) {
            var until = day.plusYears(1).plusDays(30);
            wishes.apply(life, "WP", day, 20, 12, until, life.next(), employer, occupation);
            if (life.goesOn()) {
                reside(life, day.plusDays(8), 12);
            }
        }
        life.cases.stream()
                .filter(it -> it.kind().equals("WP"))
                .flatMap(it -> wishes.given(it).stream())
                .findFirst()
                .ifPresent(day -> life.employments.add(new Employment(employer, occupation, day.plusDays(1), null)));
    }

    /** A residence card proves who somebody is as well as the passport does. */
    private void cards(Life life) {
        for (var it : life.cases) {
            it.issued().stream()
                    .filter(issue -> issue.kind().equals("CARD"))
                    .forEach(card -> wishes.given(it)
                            .ifPresent(day -> life.documents.add(
                                    new Document("RESIDENCE_CARD", card.number(), day, card.validUntil()))));
        }
    }

    private void citizen(Life life) {
        var dice = life.dice;
        var who = life.who;
        life.documents.add(new Document("ID_CARD", RegisterNumber.of("AA" + life.digits(life.next())), null, null));
        life.acts.add(act("BIRTH", life, who.born(), null));
        if (!who.isMinor() && dice.chance(0.6)) {
            var wed = who.born().plusYears(dice.between(19, 35));
            var married = wed.isBefore(setting.day()) ? wed : setting.day().minusDays(90);
            life.acts.add(act("MARRIAGE", life, married, null));
            if (dice.chance(0.1)) {
                var together = (int) ChronoUnit.DAYS.between(married, setting.day());
                life.acts.add(act("DIVORCE", life, married.plusDays(dice.between(together / 2, together)), null));
            }
        }
        if (!who.isMinor() && dice.chance(0.6)) {
            var from = setting.day().minusDays(dice.between(30, 4000));
            var adult = who.born().plusYears(18).plusDays(30);
            life.employments.add(new Employment(
                    employers.ofWorker(who.place()),
                    employers.occupation(who.place()),
                    from.isBefore(adult) ? adult : from,
                    null));
        }
        if (dice.chance(0.01)) {
            var asked = setting.day().minusDays(dice.between(-900, 300));
            wishes.apply(life, "CIT", asked, 60, 0, asked, life.next(), null, null);
        }
    }

    private Act act(String kind, Life life, LocalDate day, @Nullable String other) {
        var number = RegisterNumber.of(kind.charAt(0) + "-" + day.getYear() + '-' + life.digits(life.next()));
        return new Act(kind, number, day, life.dice.of(setting.districts()), other);
    }
}
