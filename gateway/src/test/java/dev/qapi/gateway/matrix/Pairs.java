package dev.qapi.gateway.matrix;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks about somebody whom the two sources of restrictions hold what the pair says, while they fail as it says. */
final class Pairs {

    private static final int PEOPLE = 20;
    /** A restriction is told of one source while the other is silent; nothing here is ever kept. */
    private static final Set<String> FRESHNESS = Set.of("FRESH", "PARTIAL");

    private static final ReadOperation CHECK = ReadOperation.ALL.stream()
            .filter(it -> it.policy() == PolicyLine.RESTRICTION)
            .findFirst()
            .orElseThrow();

    private final Asking asking;
    /** Whoever is asked about is out of the queue: those who ask the same at the same time share an answer. */
    private final Map<String, LinkedBlockingQueue<Identity>> people = Stream.of(true, false)
            .flatMap(barred -> Stream.of(true, false)
                    .map(owes -> new SourceState[] {new SourceState(null, barred), new SourceState(null, owes)}))
            .map(truth -> new Pair(truth[0], truth[1]))
            .filter(pair -> !pair.border().restricts() || !pair.debts().restricts())
            .collect(Collectors.toMap(Pairs::truth, Pairs::some));

    Pairs(Asking asking) {
        this.asking = asking;
    }

    private static String truth(Pair pair) {
        return pair.border().restricts() + "/" + pair.debts().restricts();
    }

    private static LinkedBlockingQueue<Identity> some(Pair truth) {
        return new LinkedBlockingQueue<>(Population.some(
                person -> Population.isBarred(person) == truth.border().restricts()
                        && Population.owes(person) == truth.debts().restricts(),
                PEOPLE));
    }

    List<Result> run(List<Pair> pairs) {
        return AtOnce.each(pairs, this::ask);
    }

    private Result ask(Pair pair) {
        var told = about(pair, person -> asking.ask(CHECK, person.alone(), pair.header()));
        var concluded = told.status() == 200 && FRESHNESS.contains(told.freshness())
                ? told.body().at("/data/verdict").asString("")
                : told.outcome().name();
        return new Result(
                "sources of restrictions",
                CHECK.id(),
                "IAMAS " + pair.border().kind(),
                pair.debts().kind(),
                pair.toString(),
                pair.expected().toString(),
                concluded,
                complaint(pair, told, concluded));
    }

    private Told about(Pair pair, Function<Identity, Told> question) {
        var queue = Objects.requireNonNull(people.get(truth(pair)));
        try {
            var person = Objects.requireNonNull(queue.poll(30, TimeUnit.SECONDS), "nobody is like that");
            try {
                return question.apply(person);
            } finally {
                queue.add(person);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String complaint(Pair pair, Told told, String concluded) {
        if (!pair.expected().contains(concluded)) {
            return "another conclusion: " + told;
        }
        if (told.time().compareTo(Bench.DEADLINE.plus(Proof.BUSY_MACHINE)) > 0) {
            return "behind the deadline";
        }
        if (told.outcome() == Outcome.UNKNOWN) {
            return told.status() == 503 && !told.body().has("data") ? "" : "told beside that nothing is known: " + told;
        }
        var whole = told.body().path("missing").isEmpty() || told.freshness().equals("FRESH");
        return whole && pair.isPartial() ? "a part of the answer, not said to be one" : "";
    }
}
