package dev.qapi.gateway.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All cells there are, and a slice of them. */
final class Cells {

    private Cells() {}

    static List<Cell> upstream() {
        return ReadOperation.ALL.stream()
                .flatMap(operation -> FaultCase.all().stream().flatMap(fault -> of(operation, fault)))
                .toList();
    }

    private static Stream<Cell> of(ReadOperation operation, FaultCase fault) {
        var all = Stream.of(State.values()).map(state -> new Cell(operation, fault, state, true));
        var leads =
                fault.isOfWay() && (fault.isWide() || operation.asked().stream().anyMatch(ReadOperation::isBridged));
        return leads ? Stream.concat(all, Stream.of(new Cell(operation, fault, State.COLD, false))) : all;
    }

    /** So many of them, others for each seed, in an order of their own. */
    static <T> List<T> slice(List<T> cells, int most, long seed) {
        var shuffled = new ArrayList<>(cells);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled.subList(0, Math.min(most, shuffled.size())));
    }

    /** Whatever asks many registers at once is asked by a few only: that the machine is busy is not the fault that is looked for. */
    static <R> List<R> atOnce(List<Cell> cells, Function<Cell, R> work) {
        var byWeight = cells.stream()
                .collect(Collectors.partitioningBy(
                        cell -> cell.operation().asked().size() > 2));
        var results = new ArrayList<>(AtOnce.each(byWeight.getOrDefault(false, List.of()), work));
        results.addAll(AtOnce.few(byWeight.getOrDefault(true, List.of()), work));
        return results;
    }
}
