package dev.qapi.mock.population;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Identity.Kind;
import dev.qapi.mock.population.Papers.Act;
import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Document;
import dev.qapi.mock.population.Papers.Employment;
import java.time.LocalDate;
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
        var arrival = Life.BEGIN.minusDays(400).plusDays(dice.between(0, 900));
        var at = Baku.at(arrival, dice.between(0, 23), dice.between(0, 59));
        life.crossings.add(new Crossing("ENTRY", at, dice.of(setting.points())));
        visits.register(life, arrival.plusDays(dice.between(0, 9)), arrival.plusYears(1), life.next());
        var kind = life.who.kind();
        if (kind == Kind.PERMANENT) {
            var asked = arrival.plusDays(dice.between(30, 900));
            wishes.apply(life, "PRP", asked, 40, 0, asked.plusYears(5), life.next(), null, null);
            return;
        }
        var employer = kind == Kind.WORKER ? employers.ofWorker(life.who.place()) : null;
        var occupation = employer == null ? null : employers.occupation(life.who.place());
        if (employer != null && occupation != null) {
            life.employments.add(new Employment(employer, occupation, arrival.plusDays(40), null));
        }
        for (var day = arrival.plusDays(20); day.isBefore(Life.END) && life.goesOn(); day = day.plusYears(1)) {
            var until = day.plusYears(1).plusDays(30);
            if (employer != null) {
                wishes.apply(life, "WP", day, 20, 12, until, life.next(), employer, occupation);
            }
            if (life.goesOn()) {
                wishes.apply(life, "TRP", day.plusDays(8), 20, 12, until, life.next(), null, null);
            }
        }
        card(life, "MYİ");
    }

    /** The residence card proves who somebody is as well as the passport does. */
    private static void card(Life life, String series) {
        life.documents.add(new Document("RESIDENCE_CARD", RegisterNumber.of(series + life.digits(0)), null, null));
    }

    private void citizen(Life life) {
        var dice = life.dice;
        var who = life.who;
        life.documents.add(new Document("ID_CARD", RegisterNumber.of("AA" + life.digits(life.next())), null, null));
        life.acts.add(act("BIRTH", life, who.born(), null));
        if (!who.isMinor() && dice.chance(0.6)) {
            var wed = who.born().plusYears(dice.between(19, 35));
            life.acts.add(act(
                    "MARRIAGE", life, wed.isAfter(setting.day()) ? setting.day().minusDays(90) : wed, null));
            if (dice.chance(0.1)) {
                life.acts.add(act("DIVORCE", life, setting.day().minusDays(dice.between(1, 800)), null));
            }
        }
        if (!who.isMinor() && dice.chance(0.6)) {
            var from = setting.day().minusDays(dice.between(30, 4000));
            life.employments.add(
                    new Employment(employers.ofWorker(who.place()), employers.occupation(who.place()), from, null));
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
