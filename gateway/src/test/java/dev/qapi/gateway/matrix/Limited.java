package dev.qapi.gateway.matrix;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs cells of limits: calls too often or guesses while something happens to Redis, and counts how often that worked. */
final class Limited {

    private static final int TOO_MANY = 429;
    /** How many guesses an attacker makes at most, as many times the whole. */
    private static final int PATIENCE = 5;

    private final Callers callers;

    Limited(Callers callers) {
        this.callers = callers;
    }

    List<Result> run(List<LimitCell> cells) throws Exception {
        var results = new ArrayList<Result>();
        for (var fault : callers.redis().faults()) {
            var theirs = cells.stream()
                    .filter(cell -> cell.fault().equals(fault.name()))
                    .toList();
            if (!theirs.isEmpty()) {
                results.addAll(meanwhile(fault, theirs));
            }
        }
        return results;
    }

    private List<Result> meanwhile(StoreFault fault, List<LimitCell> cells) throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(this::isCountedTogether);
        var acts = AtOnce.each(cells, this::ready);
        fault.breaks().done();
        try {
            return AtOnce.each(
                    IntStream.range(0, cells.size()).boxed().toList(), i -> result(cells.get(i), acts.get(i)));
        } finally {
            fault.heals().done();
        }
    }

    /** Somebody new is told how much all gateways together allow. */
    private boolean isCountedTogether() {
        var told = callers.browser()
                .postJson(
                        "/api/v1/applications/track", callers.somebody().alone(), "X-Forwarded-For", Callers.address());
        return told.headers().firstValue("RateLimit-Limit").equals(Optional.of("" + Callers.ALLOWED));
    }

    /** What counts, once it is broken, how many are admitted. */
    private IntSupplier ready(LimitCell cell) {
        var about = callers.somebody();
        var counting = switch (cell.counted()) {
            case SOURCE -> source(about);
            case PORTAL -> portal(about);
            case TARGET -> target(about);
        };
        if (cell.isSpent()) {
            var _ = counting.getAsInt();
        }
        return counting;
    }

    private IntSupplier source(Identity about) {
        var address = Callers.address();
        return () -> admitted(() -> callers.ask(address, about.alone()));
    }

    private IntSupplier portal(Identity about) {
        var portal = Callers.portal();
        return () -> admitted(() -> callers.call(portal, about, Twist.NONE));
    }

    private static int admitted(Supplier<Told> call) {
        var told = AtOnce.each(
                IntStream.range(0, Counted.SOURCE.whole() + 10).boxed().toList(), _ -> call.get());
        var statuses = told.stream().collect(Collectors.groupingBy(Told::status, Collectors.counting()));
        if (!Set.of(200, TOO_MANY).containsAll(statuses.keySet())) {
            throw new IllegalStateException("told otherwise: " + statuses);
        }
        return statuses.getOrDefault(200, 0L).intValue();
    }

    /**
     * As often as somebody can guess until the right word is told no more. While one question is counted by Redis and the next by
     * the gateway alone, whose share may be spent, a guess may go unheard and the right word after it be told all the same: it is
     * made in vain and is not one of those. No other cell of the same fault guesses, unless its allowance was not spent.
     */
    private IntSupplier target(Identity about) {
        return () -> {
            var before = callers.guessesHeard();
            for (var guesses = 0; guesses <= PATIENCE * Counted.TARGET.whole(); guesses++) {
                if (word(about) == Outcome.NOT_FOUND) {
                    return callers.guessesHeard() - before;
                }
                var guess = callers.ask(Callers.address(), about.guessed(guesses + 1));
                if (guess.outcome() != Outcome.NOT_FOUND) {
                    throw new IllegalStateException("a guess was told otherwise: " + guess.status());
                }
            }
            return Integer.MAX_VALUE;
        };
    }

    /** What whoever knows all is told; that a register was too slow on a busy machine says nothing about limits. */
    private Outcome word(Identity about) {
        return Stream.generate(
                        () -> callers.ask(Callers.address(), about.alone()).outcome())
                .limit(5)
                .filter(it -> it != Outcome.UNAVAILABLE)
                .findFirst()
                .filter(it -> it != Outcome.BROKEN)
                .orElseThrow(() -> new IllegalStateException("the right word was told otherwise"));
    }

    private Result result(LimitCell cell, IntSupplier counting) {
        var admitted = counting.getAsInt();
        return new Result(
                "limits",
                "calls and guesses",
                cell.counted() + ", " + cell.state(),
                "Redis",
                cell.toString(),
                cell.least() + " to " + cell.most() + " admitted",
                "LIMITED (" + admitted + ")",
                admitted < cell.least() ? "closed" : admitted > cell.most() ? "open" : "");
    }
}
