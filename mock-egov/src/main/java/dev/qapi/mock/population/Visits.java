package dev.qapi.mock.population;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Registration;
import dev.qapi.mock.population.Papers.Visa;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Comings and goings of those who do not live here: visa, border, registration, extension, and what goes wrong. */
final class Visits {

    /** Without an extension (Migration Code): until then a visitor may stay. */
    private static final int STAY = 90;

    private final Setting setting;
    private final Wishes wishes;

    Visits(Setting setting, Wishes wishes) {
        this.setting = setting;
        this.wishes = wishes;
    }

    void of(Life life) {
        var arrival = Life.BEGIN.plusDays(life.dice.between(0, 420));
        while (arrival.isBefore(Life.END) && life.goesOn() && !isKeptOut(life, arrival)) {
            var leaves = visit(life, arrival);
            arrival = leaves.plusDays(life.dice.between(40, 330));
        }
    }

    /** Whoever may not come in, or will not pay for it, comes no more. */
    private static boolean isKeptOut(Life life, LocalDate arrival) {
        return life.charges.stream().anyMatch(it -> it.barsEntry() && it.paidOn() == null)
                || life.bars.stream().anyMatch(it -> !it.since().isAfter(arrival));
    }

    private LocalDate visit(Life life, LocalDate arrival) {
        var dice = life.dice;
        var stay = dice.between(4, STAY - 2);
        var thing = life.next();
        if (!life.who.origin().visaFree()) {
            visa(life, arrival, thing);
        }
        cross(life, "ENTRY", arrival);
        var mayStay = arrival.plusDays(STAY);
        var leaves = arrival.plusDays(stay);
        if (stay > 14 && dice.chance(0.36)) {
            var longer = wishes.extension(life, mayStay, thing);
            leaves = mayStay.plusDays(longer == 0 ? 0 : dice.between(1, longer));
            mayStay = mayStay.plusDays(longer);
        }
        if (!dice.chance(0.06)) {
            register(
                    life,
                    arrival.plusDays(dice.chance(0.94) ? dice.between(0, 9) : dice.between(16, 25)),
                    leaves,
                    thing);
        }
        if (dice.chance(0.03)) {
            leaves = mayStay.plusDays(dice.between(3, 40));
            fine(life, "575.1", leaves.minusDays(1), dice.between(30, 40) * 10, thing, true);
        } else if (dice.chance(0.01)) {
            fine(life, "LOST_DOCUMENT", leaves.minusDays(1), 30, thing, false);
        }
        cross(life, "EXIT", leaves);
        return leaves;
    }

    void visa(Life life, LocalDate arrival, int thing) {
        var from = arrival.minusDays(life.dice.between(3, 30));
        var kind = life.dice.chance(0.7) ? "TOURISM" : life.dice.chance(0.6) ? "BUSINESS" : "STUDY";
        var entries = kind.equals("TOURISM") ? "SINGLE" : "MULTIPLE";
        var number = RegisterNumber.of("AZV" + life.digits(thing));
        life.visas.add(new Visa(number, kind, entries, from, from.plusDays(180), STAY, null));
    }

    private void cross(Life life, String direction, LocalDate day) {
        var at = Baku.at(day, life.dice.between(0, 23), life.dice.between(0, 59));
        life.crossings.add(new Crossing(direction, at, life.dice.of(setting.points())));
    }

    void register(Life life, LocalDate from, LocalDate until, int thing) {
        if (from.isBefore(until)) {
            var hotel = life.who.kind() == Identity.Kind.VISITOR && life.dice.chance(0.6);
            life.registrations.add(new Registration(
                    RegisterNumber.of("QB-" + life.digits(thing)),
                    from,
                    until,
                    life.dice.of(setting.districts()),
                    hotel ? "HOTEL" : "PERSON",
                    hotel ? life.dice.of(setting.hotels()) : "Fiziki şəxs",
                    null));
        }
    }

    /** Due 30 days after it enters into force, which it does ten days after the decision. */
    private static void fine(Life life, String code, LocalDate day, int amount, int thing, boolean barsEntry) {
        var clause = code.equals("575.1") ? "İnzibati Xətalar Məcəlləsi, maddə 575.1" : "Dövlət rüsumu haqqında Qanun";
        var paid = life.dice.chance(0.55) ? day.plusDays(life.dice.between(1, 38)) : null;
        life.charges.add(new Charge(
                Charge.FINE,
                code,
                clause,
                new Manat(BigDecimal.valueOf(amount).setScale(2)),
                life.payment(thing),
                life.protocol(thing),
                null,
                day,
                day.plusDays(40),
                null,
                paid,
                barsEntry));
    }
}
