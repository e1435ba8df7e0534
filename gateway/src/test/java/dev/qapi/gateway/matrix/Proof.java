package dev.qapi.gateway.matrix;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what was told keeps what its outcome promises. Each method tells what is wrong, or nothing. */
final class Proof {

    private static final Map<String, Integer> STATUS =
            Map.of("001", 503, "002", 504, "004", 503, "006", 503, "008", 503, "050", 502);
    static final Duration BUSY_MACHINE = Duration.ofSeconds(2);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
    private static final Duration EVIDENCE = Duration.ofMinutes(5);

    private Proof() {}

    static Optional<String> against(Cell cell, Told told, Instant now) {
        var outcome = told.outcome();
        if (!cell.expected().contains(outcome)) {
            return Optional.of("another outcome");
        }
        if (told.time().compareTo(Bench.DEADLINE.plus(BUSY_MACHINE)) > 0) {
            return Optional.of("behind the deadline");
        }
        var policy = cell.operation().policy();
        return switch (outcome) {
            case OK_FRESH -> aged(told, EVIDENCE, now);
            case OK_CACHED -> aged(told, policy.fresh(), now);
            case STALE -> aged(told, policy.stale(), now).or(() -> labelled(told));
            case PARTIAL ->
                aged(told, policy.keeps() ? policy.stale() : EVIDENCE, now)
                        .or(() -> labelled(told))
                        .or(() -> missing(told));
            case UNAVAILABLE -> refused(cell, told).or(() -> reasoned(cell, told));
            case UNKNOWN -> refused(cell, told);
            case NOT_FOUND -> told.body().has("data") ? Optional.of("data beside not found") : Optional.empty();
            case BROKEN -> Optional.of("nothing that anybody may be told");
        };
    }

    /** What stands in is what was told before, and it was told at all; asked a second time, it may have been kept already. */
    static Optional<String> against(Cell cell, Told before, Told told) {
        var known = cell.state() == State.NEGATIVE ? cell.operation().unknown() : Outcome.OK_FRESH;
        var isKnown = before.outcome() == known
                || known == Outcome.OK_FRESH
                        && cell.operation().policy().keeps()
                        && before.outcome() == Outcome.OK_CACHED;
        if (cell.state().isSeeded() && !isKnown) {
            return Optional.of("before the fault: " + before);
        }
        if (told.outcome() == Outcome.PARTIAL && cell.state().isSeeded() && !told.isPartOf(before)) {
            return Optional.of("a part that was not told before");
        }
        var isKept = told.outcome() == Outcome.OK_CACHED || told.outcome() == Outcome.STALE;
        return isKept && !told.substance().equals(before.substance())
                ? Optional.of("not what was kept")
                : Optional.empty();
    }

    private static Optional<String> aged(Told told, Duration most, Instant now) {
        var asOf = told.body().path("asOf").asString("");
        if (asOf.isEmpty()) {
            return Optional.of("of no known age");
        }
        var age = Duration.between(OffsetDateTime.parse(asOf).toInstant(), now);
        return age.compareTo(most) > 0 || age.compareTo(CLOCKS_DIFFER.negated()) < 0
                ? Optional.of("of an age of " + age)
                : Optional.empty();
    }

    private static Optional<String> labelled(Told told) {
        var reliance = told.body().path("reliance").asString("");
        if (!reliance.equals("RECHECK_BEFORE_ACTING")) {
            return Optional.of("to be relied on: " + reliance);
        }
        return told.isPayable() ? Optional.of("to be paid by an uncertain word") : Optional.empty();
    }

    private static Optional<String> missing(Told told) {
        if (told.body().at("/data/fields").valueStream().anyMatch(field -> field.hasNonNull("value"))) {
            return Optional.of("a field filled in by nobody");
        }
        return told.body().path("missing").isEmpty() ? Optional.of("a part, not said to be one") : Optional.empty();
    }

    private static Optional<String> refused(Cell cell, Told told) {
        if (told.body().has("data")) {
            return Optional.of("data beside a problem");
        }
        if (!told.contentType().startsWith("application/problem+json")) {
            return Optional.of("no problem but " + told.contentType());
        }
        if (told.status() != STATUS.getOrDefault(told.reason(), 0)) {
            return Optional.of("status and reason differ");
        }
        if (!families(cell).contains(told.family())) {
            return Optional.of("told of another register");
        }
        var wait = cell.fault().retryAfter();
        var seconds = told.body().path("retryAfter").asInt(-1);
        return seconds < wait.getFirst()
                        || seconds > wait.getLast()
                        || !told.retryAfter().equals("" + seconds)
                ? Optional.of("to be asked again in " + told.retryAfter() + " or " + seconds + " s, not in " + wait)
                : Optional.empty();
    }

    private static Optional<String> reasoned(Cell cell, Told told) {
        return cell.fault().kind().reasons().contains(told.reason()) ? Optional.empty() : Optional.of("another reason");
    }

    /** The registers and the layers that lead to them. */
    private static Set<String> families(Cell cell) {
        return Stream.concat(cell.operation().asked().stream().map(it -> it.family()), Stream.of("01", "02"))
                .collect(Collectors.toSet());
    }
}
