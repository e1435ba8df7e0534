package dev.qapi.mock.registers;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.CaseStory;
import dev.qapi.mock.population.Clauses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application in VMMS's own words: {@code VmmsApplication} of {@code contracts/applications.yaml}. */
record ToldCase(
        ApplicationNumber number,
        String kind,
        String status,
        LocalDate statusSince,
        String holder,
        @Nullable String holderName,
        @Nullable String holderClause,
        @Nullable LocalDate holderUntil,
        List<String> waitingFor,
        @Nullable Fee fee,
        List<Issued> issued,
        List<Step> history) {

    private static final Clauses CLAUSES = Clauses.read();

    record Fee(
            Manat amount,
            @Nullable RegisterNumber paymentNumber,
            @Nullable LocalDate dueBy,
            String state) {}

    record Issued(
            String kind, RegisterNumber number, @Nullable LocalDate validUntil) {}

    record Step(String status, Instant at) {}

    static ToldCase of(CaseStory story) {
        var now = story.now();
        return new ToldCase(
                story.of().number(),
                story.of().kind(),
                now.status(),
                Baku.day(now.at()),
                now.holder().code(),
                now.holder().name(),
                CLAUSES.of(story.of().kind(), now.status()).orElse(null),
                now.holder().until(),
                now.waitingFor(),
                story.feeState().map(state -> fee(story, state)).orElse(null),
                story.issued().stream()
                        .map(it -> new Issued(it.kind(), it.number(), it.validUntil()))
                        .toList(),
                story.history().stream()
                        .map(it -> new Step(it.status(), it.at()))
                        .toList());
    }

    /** A fee that is paid is due no more. */
    private static Fee fee(CaseStory story, String state) {
        var fee = Objects.requireNonNull(story.of().fee());
        var known = story.paidAt() != null || !fee.known().isAfter(story.asOf());
        return new Fee(
                fee.amount(), known ? fee.paymentNumber() : null, state.equals("PAID") ? null : fee.dueBy(), state);
    }
}
