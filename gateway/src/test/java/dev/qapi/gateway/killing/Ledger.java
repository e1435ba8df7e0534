package dev.qapi.gateway.killing;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** What those who file know: the number of the receipt for each key, or that they have given up without knowing. */
final class Ledger {

    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<String, Durations> answers = new ConcurrentSkipListMap<>();
    private final Durations waits = new Durations();
    private final Durations doubts = new Durations();

    void begun(Letter letter) {
        underWay.add(letter.key());
    }

    void answered(Answer answer) {
        answers.computeIfAbsent(answer.kind(), _ -> new Durations()).add(answer.took());
    }

    /** @param doubt how long it took from the first attempt without an answer on, zero if there was none */
    void receipted(Letter letter, Answer answer, Duration wait, Duration doubt) {
        receipts.put(letter.key(), answer.number());
        waits.add(wait);
        if (!doubt.isZero()) {
            doubts.add(doubt);
        }
        underWay.remove(letter.key());
    }

    void gaveUp(Letter letter) {
        doubted.add(letter.key());
        underWay.remove(letter.key());
    }

    /** Something that must not happen. */
    void surprised(String what) {
        surprises.add(what);
    }

    Map<String, String> receipts() {
        return receipts;
    }

    Set<String> doubted() {
        return doubted;
    }

    int underWay() {
        return underWay.size();
    }

    Collection<String> surprises() {
        return surprises;
    }

    Map<String, Durations> answers() {
        return answers;
    }

    /** From the first attempt to the receipt. */
    Durations waits() {
        return waits;
    }

    /** The same for those only who at first got no answer. */
    Durations doubts() {
        return doubts;
    }
}
