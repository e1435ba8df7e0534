package dev.qapi.gateway.matrix;

import static dev.qapi.gateway.matrix.SourceState.NONE;
import static dev.qapi.gateway.matrix.SourceState.RESTRICTED;
import static dev.qapi.gateway.matrix.SourceState.UNKNOWN;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two sources of a restriction, each in a state of its own. */
record Pair(SourceState border, SourceState debts) {

    static List<Pair> all(long seed) {
        var chance = new Random(seed);
        return SourceState.all(chance).stream()
                .flatMap(border -> SourceState.all(chance).stream().flatMap(debts -> of(border, debts)))
                .toList();
    }

    /** Nobody in the made-up country is held by both: one fault hides nothing then, and two truths do not meet. */
    private static Stream<Pair> of(SourceState border, SourceState debts) {
        if (!border.restricts() || !debts.restricts()) {
            return Stream.of(new Pair(border, debts));
        }
        return debts.fault() != null
                ? Stream.of(new Pair(border, new SourceState(debts.fault(), false)))
                : border.fault() != null
                        ? Stream.of(new Pair(new SourceState(border.fault(), false), debts))
                        : Stream.empty();
    }

    /** Kleene's OR, for every way in which the sources may turn out. */
    Set<String> expected() {
        var expected = new TreeSet<String>();
        border.says().forEach(one -> debts.says().forEach(other -> expected.add(or(Set.copyOf(List.of(one, other))))));
        return expected;
    }

    private static String or(Set<String> both) {
        return both.contains(RESTRICTED) ? RESTRICTED : both.contains(UNKNOWN) ? UNKNOWN : NONE;
    }

    /** Whether one source is silent for certain, so that an answer cannot be whole. */
    boolean isPartial() {
        return Stream.of(border, debts).anyMatch(it -> it.says().equals(Set.of(UNKNOWN)));
    }

    String header() {
        return Stream.concat(border.header("IAMAS"), debts.header("ENFORCEMENT"))
                .collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return "IAMAS " + border + ", ENFORCEMENT " + debts;
    }
}
