package dev.qapi.mock.population;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application to the migration service with its whole life: what happens by itself, what a payment sets going, and
 * what comes if nobody pays. {@link CaseStory} tells it as of a moment.
 *
 * @param kind {@code TRP}, {@code PRP}, {@code WP}, {@code EXT} or {@code CIT}
 * @param steps up to the decision, by themselves
 * @param issued what is given out on the way
 * @param afterPayment what follows a payment, or the decision where nothing is to be paid
 * @param employer id of the employer whose quota a work permit consumes
 */
public record Case(
        ApplicationNumber number,
        String kind,
        List<Step> steps,
        @Nullable Fee fee,
        List<Issue> issued,
        List<Later> afterPayment,
        @Nullable String employer,
        @Nullable String occupation) {

    /** A status that begins, and whose turn it is then. */
    public record Step(String status, Instant at, Holder holder, List<String> waitingFor) {}

    /** Whose turn it is, and until when. */
    public record Holder(
            String code, @Nullable String name, @Nullable LocalDate until) {}

    /**
     * A state fee, due 30 days after the last day of the consideration term.
     *
     * @param paidAt when the person pays by themselves
     * @param known from when the payment number is known: up to three days after the decision
     */
    public record Fee(
            Manat amount,
            @Nullable RegisterNumber paymentNumber,
            @Nullable LocalDate dueBy,
            @Nullable Instant paidAt,
            Instant known) {}

    /** Something given out when a status is reached. */
    public record Issue(
            String kind, RegisterNumber number, @Nullable LocalDate validUntil, String status) {}

    /** A status that begins so many working days after a payment, at that hour; or on a day of its own. */
    public record Later(
            String status,
            int workingDays,
            int hour,
            @Nullable LocalDate day) {}
}
