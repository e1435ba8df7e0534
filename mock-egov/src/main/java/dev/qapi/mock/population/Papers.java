package dev.qapi.mock.population;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What registers hold on a person, entry by entry. A {@code state} that is given stays; one that is not follows from the
 * dates, the last of which is included.
 */
public final class Papers {

    private Papers() {}

    /** A passport, residence card, travel document or identity card. */
    public record Document(
            String type,
            RegisterNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        /** Whether it is that document, however its number was typed. */
        boolean is(String otherType, DocumentNumber other) {
            return type.equals(otherType) && normal().equals(other.reveal());
        }

        /** Its number as everybody types it in the end. */
        String normal() {
            try {
                return DocumentNumber.of(number.reveal()).reveal();
            } catch (Malformed neverAsked) {
                return number.reveal();
            }
        }
    }

    /** A crossing of the border. */
    public record Crossing(String direction, Instant at, String point) {}

    /** A visa; a single-entry one is used up by its entry. */
    public record Visa(
            RegisterNumber number,
            String kind,
            String entries,
            LocalDate from,
            LocalDate until,
            int stayDays,
            @Nullable String state) {}

    /** A registration at the place of stay. */
    public record Registration(
            RegisterNumber number,
            LocalDate from,
            @Nullable LocalDate until,
            String district,
            String hostKind,
            String hostName,
            @Nullable String state) {}

    /** A restriction to enter or leave. */
    public record Bar(
            String direction,
            String ground,
            LocalDate since,
            @Nullable LocalDate until,
            boolean curable,
            @Nullable RegisterNumber protocolNumber,
            String authority) {}

    /** A debt that a bailiff collects and that keeps the debtor in the country. */
    public record Debt(
            String direction,
            String ground,
            RegisterNumber caseNumber,
            LocalDate since,
            Manat amount,
            String authority) {}

    /** A permission to live or work. */
    public record Permit(
            String kind,
            RegisterNumber number,
            @Nullable RegisterNumber card,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String state,
            @Nullable RegisterNumber employerTaxNumber,
            @Nullable String employerName,
            @Nullable String basis) {}

    /** A civil-status act. */
    public record Act(
            String kind,
            RegisterNumber number,
            LocalDate date,
            String place,
            @Nullable String other) {}

    /** A job, by the employer's id. */
    public record Employment(
            String employer,
            String position,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** What one register holds otherwise than the others. */
    public record Disagreement(String register, String field, String says) {}
}
