package dev.qapi.gateway.matrix;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs cells of upstream faults: keeps first what is to be kept, then asks while it fails. */
final class Upstream {

    private final Governing government;
    private final Bench bench;
    private final Asking asking;
    private final Population people = new Population();
    private final Random chance;
    private final Map<Cell, Question> questions = new LinkedHashMap<>();

    /** What a cell asks, and what it was told when all was well. */
    private record Question(String text, Told before) {}

    Upstream(Governing government, Bench bench, long seed) {
        this.government = government;
        this.bench = bench;
        this.asking = bench.asking();
        this.chance = new Random(seed);
    }

    /** Each operation is asked once before: a register that reckons its sums of the day is not the fault that is looked for. */
    List<Result> run(List<Cell> cells) {
        ReadOperation.ALL.forEach(
                operation -> answered(operation, operation.subjects().known(people)));
        return Batches.of(cells).stream()
                .flatMap(batch -> together(batch).stream())
                .toList();
    }

    private List<Result> together(List<Cell> cells) {
        bench.forgets();
        keep(cells);
        var results = new ArrayList<Result>();
        results.addAll(AtOnce.each(
                cells.stream()
                        .filter(it -> !it.fault().isWide() && !it.isNoticed())
                        .toList(),
                this::ask));
        cells.stream()
                .filter(it -> !it.fault().isWide() && it.isNoticed())
                .map(this::ask)
                .forEach(results::add);
        cells.stream()
                .filter(it -> it.fault().isWide())
                .collect(Collectors.groupingBy(
                        it -> Map.entry(it.fault(), it.allWays()), LinkedHashMap::new, Collectors.toList()))
                .forEach((broken, theirs) -> results.addAll(whileBroken(broken.getKey(), broken.getValue(), theirs)));
        return results;
    }

    /** Oldest first, each at its own moment. */
    private void keep(List<Cell> cells) {
        var shares = new LinkedHashMap<String, Double>();
        var byAge = new TreeMap<Duration, List<Cell>>(Comparator.reverseOrder());
        for (var cell : cells) {
            var share = shares.computeIfAbsent(cell.operation() + "/" + cell.state(), _ -> chance.nextDouble());
            byAge.computeIfAbsent(cell.state().age(cell.operation().policy(), share), _ -> new ArrayList<>())
                    .add(cell);
        }
        byAge.forEach((age, theirs) -> {
            government.clock().beAt(StoppedClock.START.minus(age));
            AtOnce.each(theirs, this::kept).forEach(entry -> questions.put(entry.getKey(), entry.getValue()));
        });
        government.clock().beAt(StoppedClock.START);
    }

    private Map.Entry<Cell, Question> kept(Cell cell) {
        var operation = cell.operation();
        var subjects = operation.subjects();
        var text = cell.state() == State.NEGATIVE ? subjects.unknown() : subjects.known(people);
        var before = cell.state().isSeeded() ? answered(operation, text) : Asking.NOTHING;
        return Map.entry(cell, new Question(text, before));
    }

    /** The first questions meet a gateway that is still cold, and on a busy machine too slow. */
    private Told answered(ReadOperation operation, String text) {
        var told = asking.ask(operation, text, "");
        for (var again = 0; again < 3 && isTooSlow(told); again++) {
            told = asking.ask(operation, text, "");
        }
        return told;
    }

    private static boolean isTooSlow(Told told) {
        return told.outcome() == Outcome.UNAVAILABLE || told.outcome() == Outcome.PARTIAL;
    }

    private List<Result> whileBroken(FaultCase fault, boolean allWays, Collection<Cell> cells) {
        await().atMost(Duration.ofSeconds(10)).until(this::isWell); // which ends the alarm that another cell raised
        government.breaks(fault, allWays);
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> isBroken(allWays));
            var noticed = cells.stream().filter(Cell::isNoticed).toList();
            var others = cells.stream().filter(it -> !it.isNoticed()).toList();
            var results = new ArrayList<>(AtOnce.each(others, this::ask));
            noticed.stream().map(this::ask).forEach(results::add);
            return results;
        } finally {
            government.heals();
            await().atMost(Duration.ofSeconds(10)).until(this::isWell);
        }
    }

    /** Whoever looked a name up or connected just before may get through once more. */
    private boolean isBroken(boolean allWays) {
        return ways().equals(allWays ? Set.of() : Set.of("ASAN_BRIDGE"))
                && told(ReadOperation.ONLY_BY_EHIS).outcome() == Outcome.UNKNOWN;
    }

    private boolean isWell() {
        return ways().equals(Set.of("EHIS"));
    }

    private Set<String> ways() {
        return told(ReadOperation.ALL.getFirst()).ways();
    }

    private Told told(ReadOperation probe) {
        return asking.ask(probe, probe.subjects().known(people), "");
    }

    private Result ask(Cell cell) {
        var question = Objects.requireNonNull(questions.get(cell));
        var events = cell.isNoticed() ? bench.count("qapi.security.events") : 0;
        var told = asking.ask(cell.operation(), question.text(), cell.fault().isWide() ? "" : cell.header());
        var complaint = Proof.against(cell, told, government.clock().instant())
                .or(() -> Proof.against(cell, question.before(), told));
        var unnoticed = cell.isNoticed() && bench.count("qapi.security.events") <= events;
        return new Result(
                "upstream",
                cell.operation().id(),
                cell.state() + (cell.allWays() ? "" : " (EHIS only)"),
                cell.fault().kind().name(),
                cell.toString(),
                cell.expected().toString(),
                told.toString(),
                complaint.orElse(unnoticed ? "no security event" : ""));
    }
}
