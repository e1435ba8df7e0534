package dev.qapi.mock.registers;

import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Permit;
import dev.qapi.mock.population.Papers.Registration;
import dev.qapi.mock.population.Papers.Visa;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from dates: a last day is included. */
final class States {

    /** Somebody decided these; no date undoes them. */
    private static final Set<String> DECIDED = Set.of("REMOVED_BY_HOST", "CANCELLED");

    private States() {}

    static Registration registration(Registration it, LocalDate day) {
        var state = state(it.state(), it.until(), day, "ACTIVE", "ENDED");
        return new Registration(it.number(), it.from(), it.until(), it.district(), it.hostKind(), it.hostName(), state);
    }

    static Permit permit(Permit it, LocalDate day) {
        return new Permit(
                it.kind(),
                it.number(),
                it.card(),
                it.from(),
                it.until(),
                state(it.state(), it.until(), day, "VALID", "EXPIRED"),
                it.employerTaxNumber(),
                it.employerName(),
                it.basis());
    }

    /** A single-entry visa is used up by the first entry in its time. */
    static Visa visa(Visa it, List<Crossing> crossings, LocalDate day) {
        var used = it.entries().equals("SINGLE")
                && crossings.stream().anyMatch(crossing -> isEntryWith(crossing, it, day));
        var state = state(null, it.until(), day, used ? "USED" : "VALID", "EXPIRED");
        return new Visa(it.number(), it.kind(), it.entries(), it.from(), it.until(), it.stayDays(), state);
    }

    private static boolean isEntryWith(Crossing crossing, Visa visa, LocalDate day) {
        var on = Baku.day(crossing.at());
        return crossing.direction().equals("ENTRY")
                && !on.isBefore(visa.from())
                && !on.isAfter(visa.until())
                && !on.isAfter(day);
    }

    private static String state(
            @Nullable String given, @Nullable LocalDate until, LocalDate day, String running, String over) {
        return given != null && DECIDED.contains(given) ? given : until != null && until.isBefore(day) ? over : running;
    }
}
