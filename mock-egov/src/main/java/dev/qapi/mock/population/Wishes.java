package dev.qapi.mock.population;

import dev.qapi.mock.population.CasePlanner.Wish;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people apply for, in words of the tariff. */
final class Wishes {

    private final Setting setting;
    private final CasePlanner planner;

    Wishes(Setting setting, CasePlanner planner) {
        this.setting = setting;
        this.planner = planner;
    }

    /** Asked for at least three working days before the stay ends; how many days longer it then is, if it is granted. */
    int extension(Life life, LocalDate mayStay, int thing) {
        var days = life.dice.chance(0.5) ? 30 : 60;
        var term = life.dice.chance(0.3) ? 1 : 3;
        var day = mayStay.minusDays(life.dice.between(10, 20));
        apply(life, "EXT", day, term, days, mayStay.plusDays(days), thing, null, null);
        return given(life.cases.getLast()).isPresent() ? days : 0;
    }

    /** The day on which it is given out if nobody in the sandbox interferes; empty if it never is. */
    Optional<LocalDate> given(Case it) {
        var end = Baku.at(Life.END.plusYears(5), 0, 0);
        return CaseStory.of(it, new Moment(end, end), null, setting.calendar()).stream()
                .flatMap(story -> story.history().stream())
                .filter(step -> step.status().equals("190"))
                .map(step -> Baku.day(step.at()))
                .findFirst();
    }

    void apply(
            Life life,
            String kind,
            LocalDate day,
            int term,
            int length,
            LocalDate validUntil,
            int thing,
            @Nullable String employer,
            @Nullable String occupation) {
        var wish = new Wish(
                life.application(day, thing),
                kind,
                day,
                term,
                setting.tariff().of(kind, life.who.isMinor(), term, length),
                validUntil,
                life.digits(thing),
                life.payment(thing),
                life.who.pin(),
                employer,
                occupation);
        life.cases.add(planner.plan(wish, life.dice));
    }
}
