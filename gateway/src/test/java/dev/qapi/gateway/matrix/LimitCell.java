package dev.qapi.gateway.matrix;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One cell of what befalls Redis while somebody calls too often or guesses.
 *
 * @param fault its name
 * @param isSpent whether the allowance was used up before
 */
record LimitCell(String fault, Counted counted, boolean isSpent) {

    /** While these last nothing can be counted in Redis. */
    private static final Set<String> ALONE =
            Set.of("R01 refused", "R02 stopped", "R03 black hole", "R04 killed", "R09 another password");
    /** It can be read but not written: what was not guessed yet nobody knows there, and each gateway allows the whole. */
    private static final Set<String> UNWRITABLE = Set.of("R05 out of memory", "R06 read only");
    /** Filled up again while the cell runs. */
    private static final int FILLED_UP = 3;

    static List<LimitCell> of(List<StoreFault> faults) {
        return faults.stream()
                .flatMap(fault -> Stream.of(Counted.values())
                        .flatMap(counted ->
                                Stream.of(true, false).map(isSpent -> new LimitCell(fault.name(), counted, isSpent))))
                .toList();
    }

    /** How many are admitted at least. */
    int least() {
        return isSpent ? 0 : counted.share();
    }

    /** How many are admitted at most: never more than the whole in all, whatever Redis has forgotten. */
    int most() {
        if (isSpent) {
            return fill();
        }
        return (isAlone() ? counted.share() : counted.whole()) + fill();
    }

    private int fill() {
        return counted == Counted.TARGET ? 0 : FILLED_UP;
    }

    private boolean isAlone() {
        return ALONE.contains(fault) || counted != Counted.TARGET && UNWRITABLE.contains(fault);
    }

    String state() {
        return isSpent ? "spent" : "new";
    }

    @Override
    public String toString() {
        return fault + " x limit of a " + counted + " x " + state();
    }
}
