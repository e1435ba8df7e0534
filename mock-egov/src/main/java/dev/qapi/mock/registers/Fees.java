package dev.qapi.mock.registers;

import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.Case.Step;
import dev.qapi.mock.population.CaseStory;
import dev.qapi.mock.population.Charge;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** The state fee of an application as a charge; whoever is told of a payment late goes on seeing it due. */
record Fees(Government government, Duration lag) {

    private static final String LAW = "Dövlət rüsumu haqqında Qanun";
    private static final int DAYS_TO_PAY = 30;

    Stream<Charge> of(CaseStory story) {
        return story.feeState().stream().map(state -> charge(story, state));
    }

    private Charge charge(CaseStory story, String state) {
        var fee = Objects.requireNonNull(story.of().fee());
        var decided = decidedOn(story);
        var known = !fee.known().isAfter(government.now()) || story.paidAt() != null;
        var charge = new Charge(
                Charge.FEE,
                story.of().kind(),
                LAW,
                fee.amount(),
                known ? fee.paymentNumber() : null,
                null,
                story.of().number(),
                decided,
                Objects.requireNonNullElse(fee.dueBy(), decided.plusDays(DAYS_TO_PAY)),
                state,
                story.paidAt() == null ? null : Baku.day(story.paidAt()),
                false);
        return state.equals("DUE") ? charge.told(decided, government.paidOn(charge, lag)) : charge;
    }

    private static LocalDate decidedOn(CaseStory story) {
        return story.history().stream()
                .filter(step -> step.status().equals("150"))
                .map(Step::at)
                .findFirst()
                .map(Baku::day)
                .orElseGet(() -> Baku.day(story.now().at()));
    }
}
