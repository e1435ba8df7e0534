package dev.qapi.gateway.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Cells that may be asked together, since no two of them ask the same question. */
final class Batches {

    private Batches() {}

    /** All with a question of their own at once; the others, the same faults side by side, as many as there are questions. */
    static List<List<Cell>> of(List<Cell> cells) {
        var batches = new ArrayList<List<Cell>>();
        cells.stream().collect(Collectors.groupingBy(Cell::operation)).forEach((operation, theirs) -> {
            if (operation.isShared()) {
                batches.addAll(split(theirs, operation.subjects().many()));
            }
        });
        batches.addFirst(
                cells.stream().filter(cell -> !cell.operation().isShared()).toList());
        return batches;
    }

    private static List<List<Cell>> split(List<Cell> cells, int most) {
        var sorted = cells.stream()
                .sorted(Comparator.comparing(cell -> cell.fault().toString()))
                .toList();
        var batches = new ArrayList<List<Cell>>();
        for (var from = 0; from < sorted.size(); from += most) {
            batches.add(sorted.subList(from, Math.min(from + most, sorted.size())));
        }
        return batches;
    }
}
