package dev.qapi.mock.population;

import dev.qapi.identifier.RegisterNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A company or a person who employs.
 *
 * @param taxNumber VÖEN: ten digits, the last one 1 for a legal entity, 2 for an individual
 * @param exempt workers who consume no quota (liberated territories, permanent residents, spouses of citizens)
 * @param quota what was approved, year by year
 */
public record Employer(
        String id,
        RegisterNumber taxNumber,
        String name,
        String kind,
        String status,
        LocalDate registeredOn,
        String activity,
        int employees,
        int foreignEmployees,
        int exempt,
        List<Places> quota) {

    /** A list that a file leaves out is empty. */
    public Employer {
        quota = Objects.requireNonNullElse(quota, List.of());
    }

    /** Approved places of one occupation in a calendar year, and what consumes them. */
    public record Places(int year, String activity, String occupation, int approved, int used, int pending) {}
}
