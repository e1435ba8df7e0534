package dev.qapi.mock.population;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.law.WorkingDays;
import dev.qapi.mock.population.Case.Fee;
import dev.qapi.mock.population.Case.Holder;
import dev.qapi.mock.population.Case.Issue;
import dev.qapi.mock.population.Case.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the life of an application in advance, day by working day. */
final class CasePlanner {

    private static final int DAYS_TO_PAY = 30;

    private final WorkingDays calendar;
    private final Setting setting;

    CasePlanner(Setting setting) {
        this.setting = setting;
        this.calendar = setting.calendar();
    }

    /**
     * What is applied for.
     *
     * @param term working days in which it is decided
     * @param validUntil of what is given out
     * @param digits seven of them, for the numbers given out
     */
    record Wish(
            ApplicationNumber number,
            String kind,
            LocalDate submitted,
            int term,
            Optional<Manat> amount,
            LocalDate validUntil,
            String digits,
            RegisterNumber paymentNumber,
            RegisterNumber pin,
            @Nullable String employer,
            @Nullable String occupation) {}

    Case plan(Wish wish, Dice dice) {
        var steps = new ArrayList<Step>();
        var begun = calendar.onOrAfter(wish.submitted());
        var registered = wish.kind().equals("EXT") ? begun : calendar.after(begun, 1);
        var decided = calendar.after(registered, wish.term());
        steps.add(step("100", begun, 9, dice, calendar.after(begun, 3)));
        steps.add(step("110", registered, 14, dice, decided));
        var examined = calendar.after(registered, wish.kind().equals("EXT") ? 0 : 2);
        steps.add(step("130", examined, 15, dice, decided));
        if (dice.chance(0.01)) {
            steps.add(step("220", calendar.after(examined, 1), 11, dice, null));
            return finished(wish, steps, List.of());
        }
        decided = asides(wish, steps, decided, dice);
        if (dice.chance(0.05)) {
            steps.add(step("210", decided, 16, dice, null));
            return finished(wish, appealed(steps, decided, dice), List.of(CaseLater.decision(wish, "210")));
        }
        var known = decided.plusDays(dice.between(0, 3));
        var pays = dice.chance(0.96) ? Baku.at(known.plusDays(dice.between(1, 9)), dice.between(8, 21), 12) : null;
        return decided(wish, steps, decided, pays, Baku.at(known, 18, 0));
    }

    /** One that somebody filed: begun at that very moment, and approved if the calendar alone has a say. */
    Case filed(Wish wish, Instant at) {
        var registered = calendar.after(Baku.day(at), 1);
        var decided = calendar.after(registered, wish.term());
        var turn = new Holder("DMX", null, decided);
        var steps = new ArrayList<>(List.of(
                new Step("100", at, new Holder("DMX", null, registered), List.of()),
                new Step("110", Baku.at(registered, 10, 0), turn, List.of()),
                new Step("130", Baku.at(registered, 15, 0), turn, List.of())));
        return decided(wish, steps, decided, null, Baku.at(decided, 18, 0));
    }

    /** The rest of a life from the decision on. */
    Case decided(Wish wish, List<Step> steps, LocalDate decided, @Nullable Instant pays, Instant known) {
        var due = decided.plusDays(DAYS_TO_PAY);
        var fee = wish.amount()
                .map(amount -> new Fee(amount, wish.paymentNumber(), due, pays, known))
                .orElse(null);
        var at = Baku.at(decided, 16, 40);
        if (fee != null) {
            steps.add(new Step("150", at, new Holder("APPLICANT", null, due), List.of()));
        } else {
            var next = CaseLater.issuesCard(wish) ? "170" : "190";
            steps.add(new Step(next, at, holder(next), List.of()));
        }
        return new Case(
                wish.number(),
                wish.kind(),
                List.copyOf(steps),
                fee,
                CaseLater.issues(wish),
                CaseLater.of(wish),
                wish.employer(),
                wish.occupation());
    }

    private static Case finished(Wish wish, List<Step> steps, List<Issue> issues) {
        return new Case(
                wish.number(),
                wish.kind(),
                List.copyOf(steps),
                null,
                issues,
                List.of(),
                wish.employer(),
                wish.occupation());
    }

    /** Papers that are missing, another body that is asked; each makes it longer. */
    private LocalDate asides(Wish wish, List<Step> steps, LocalDate planned, Dice dice) {
        var decided = planned;
        if (!wish.kind().equals("EXT") && dice.chance(0.08)) {
            var asked = calendar.after(Baku.day(steps.getLast().at()), 1);
            var until = calendar.after(asked, 10);
            var papers = List.of(dice.of(setting.papers()));
            steps.add(new Step("120", Baku.at(asked, 12, 30), new Holder("APPLICANT", null, until), papers));
            decided = back(steps, calendar.after(asked, dice.between(2, 8)), wish, dice);
        }
        if (wish.kind().equals("PRP") || wish.kind().equals("CIT") || dice.chance(0.04)) {
            var asked = calendar.after(Baku.day(steps.getLast().at()), 1);
            var body = new Holder("EXTERNAL", dice.of(setting.bodies()), calendar.after(asked, 15));
            steps.add(new Step("140", Baku.at(asked, 16, 5), body, List.of()));
            decided = back(steps, calendar.after(asked, dice.between(8, 15)), wish, dice);
        }
        return decided;
    }

    private LocalDate back(List<Step> steps, LocalDate day, Wish wish, Dice dice) {
        var decided = calendar.after(day, Math.max(wish.term() / 2, 1));
        steps.add(step("130", day, 10, dice, decided));
        return decided;
    }

    private List<Step> appealed(List<Step> steps, LocalDate decided, Dice dice) {
        if (dice.chance(0.1)) {
            var court = new Holder("EXTERNAL", "Bakı İnzibati Məhkəməsi", calendar.after(decided, 60));
            steps.add(new Step("250", Baku.at(calendar.after(decided, 15), 12, 15), court, List.of()));
        }
        return steps;
    }

    private static Step step(String status, LocalDate day, int hour, Dice dice, @Nullable LocalDate until) {
        var turn = holder(status);
        return new Step(
                status,
                Baku.at(day, hour, dice.between(0, 59)),
                new Holder(turn.code(), turn.name(), until),
                List.of());
    }

    /** Whose turn it is in a status. */
    static Holder holder(String status) {
        var code = switch (status) {
            case "100", "110", "130", "160", "170" -> "DMX";
            case "120", "150", "180" -> "APPLICANT";
            case "140", "250" -> "EXTERNAL";
            default -> "NONE";
        };
        return new Holder(code, null, null);
    }
}
