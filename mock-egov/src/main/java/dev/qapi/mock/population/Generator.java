package dev.qapi.mock.population;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Papers.Bar;
import dev.qapi.mock.population.Papers.Debt;
import dev.qapi.mock.population.Papers.Disagreement;
import dev.qapi.mock.population.Papers.Document;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Makes whole persons, each by itself: nobody is kept, and nobody's life depends on who was asked for before. */
final class Generator {

    private static final List<String> DISAGREEING = List.of("AVIS", "VVADQ", "VISA");

    private final long seed;
    private final double disagreement;
    private final Numbers numbers;
    private final Setting setting;
    private final Identities identities;
    private final Visits visits;
    private final Settlers settlers;

    Generator(
            long seed,
            double disagreement,
            Numbers numbers,
            Setting setting,
            Identities identities,
            Employers employers) {
        this.seed = seed;
        this.disagreement = disagreement;
        this.numbers = numbers;
        this.setting = setting;
        this.identities = identities;
        var wishes = new Wishes(setting, new CasePlanner(setting));
        this.visits = new Visits(setting, wishes);
        this.settlers = new Settlers(setting, wishes, visits, employers);
    }

    Person person(int place) {
        var who = identities.of(place);
        var life = new Life(who, new Dice(seed, place, "life"), numbers);
        passports(life);
        troubles(life);
        if (who.kind() == Identity.Kind.VISITOR) {
            visits.of(life);
        } else {
            settlers.of(life);
        }
        disagree(life);
        return life.person();
    }

    private void passports(Life life) {
        var who = life.who;
        var issued = Life.BEGIN.minusDays(life.dice.between(410, 1090));
        if (issued.isBefore(who.born())) {
            issued = who.born().plusDays(30);
        }
        life.documents.add(new Document("PASSPORT", who.passport(), issued, issued.plusYears(10)));
        if (!who.isMinor() && (life.dice.chance(0.15) || who.kind() == Identity.Kind.PERMANENT)) {
            var old = identities.passport(who.origin(), who.place(), '1');
            life.documents.add(new Document("PASSPORT", old, issued.minusYears(10), issued));
        }
    }

    /** Who comes and goes may be kept out, and who lives there in. */
    private void troubles(Life life) {
        var dice = life.dice;
        var visits = life.who.kind() == Identity.Kind.VISITOR;
        if (visits && dice.chance(0.004)) {
            var since = setting.day().minusDays(dice.between(1, 900));
            var ground = dice.chance(0.7) ? "REMOVAL" : "SECURITY";
            var until = ground.equals("REMOVAL") ? since.plusYears(3) : null;
            life.bars.add(new Bar("ENTRY", ground, since, until, false, null, "Dövlət Miqrasiya Xidməti"));
        }
        if (!visits && dice.chance(0.025) && !life.who.isMinor()) {
            var since = setting.day().minusDays(dice.between(1, 1200));
            var amount =
                    new Manat(BigDecimal.valueOf(dice.between(5, 400) * 100L).setScale(2));
            var ground = dice.chance(0.3) ? "ALIMONY" : "COURT_DEBT";
            var number = RegisterNumber.of("İ-" + since.getYear() + '-' + numbers.digits(life.who.place()));
            life.debts.add(new Debt("EXIT", ground, number, since, amount, "Nəsimi rayon icra şöbəsi"));
        }
    }

    /** A letter written otherwise, or day and month changed round: what clerks do. */
    private void disagree(Life life) {
        var dice = life.dice;
        if (dice.chance(disagreement)) {
            var register = dice.of(DISAGREEING);
            var born = life.who.birthDate().reveal();
            if (dice.chance(0.4) && born.length() == 10) {
                life.disagreements.add(new Disagreement(
                        register, "birthDate", turned(life.who.born()).toString()));
            } else {
                var surname = life.who.surname().latin();
                life.disagreements.add(new Disagreement(register, "surname", surname.charAt(0) + surname));
            }
        }
    }

    private static LocalDate turned(LocalDate born) {
        var day = born.getDayOfMonth();
        return day <= 12 && day != born.getMonthValue()
                ? LocalDate.of(born.getYear(), day, born.getMonthValue())
                : born.plusDays(1);
    }
}
