package dev.qapi.gateway.matrix;

import static dev.qapi.gateway.matrix.Outcome.OK_CACHED;
import static dev.qapi.gateway.matrix.Outcome.OK_FRESH;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks while something happens to Redis or Mongo and the registers are well; nothing is kept in the process itself. */
final class Stores implements AutoCloseable {

    private static final Duration PROMPT = Duration.ofSeconds(1).plus(Proof.BUSY_MACHINE);
    private static final List<State> STATES = List.of(State.STALE, State.FRESH, State.COLD);

    private final Governing government;
    private final Population people = new Population();
    private final BrokenRedis redis;
    private final BrokenMongo mongo;
    private final Bench bench;
    private final Asking asking;

    /** What is asked, in which state of what is kept. */
    private record Question(ReadOperation operation, State state, String text) {}

    Stores(Governing government, Path data) throws Exception {
        this.government = government;
        this.redis = new BrokenRedis();
        this.mongo = new BrokenMongo(data);
        this.bench = new Bench(
                government,
                data.resolve("gateway"),
                Map.of("REDIS_URL", redis.url(), "MONGODB_URI", mongo.uri(), "qapi.resilience.remembered", 0),
                Logins::sit);
        this.asking = bench.asking();
    }

    /** @param wanted whether a cell of that name is */
    List<Result> run(Predicate<String> wanted) throws Exception {
        var results = new ArrayList<Result>();
        for (var fault :
                Stream.concat(redis.faults().stream(), mongo.faults().stream()).toList()) {
            await().atMost(Duration.ofSeconds(30)).until(this::isRedisUsed);
            var questions = kept(state -> wanted.test(fault + " x " + state));
            fault.breaks().done();
            try {
                results.addAll(AtOnce.each(questions, question -> ask(fault, question)));
            } finally {
                fault.heals().done();
            }
        }
        return results;
    }

    private boolean isRedisUsed() {
        var tracking = ReadOperation.ALL.getFirst();
        var text = tracking.subjects().known(people);
        return Stream.generate(() -> asking.ask(tracking, text, "").outcome())
                .limit(5)
                .anyMatch(OK_CACHED::equals);
    }

    private List<Question> kept(Predicate<String> wanted) {
        redis.forgets();
        var questions = new ArrayList<Question>();
        for (var operation : ReadOperation.ALL) {
            for (var state : STATES) {
                if (!wanted.test(operation + " x " + state)) {
                    continue;
                }
                var question =
                        new Question(operation, state, operation.subjects().known(people));
                questions.add(question);
                government.clock().beAt(StoppedClock.START.minus(state.age(operation.policy(), 0.5)));
                if (state.isSeeded()) {
                    asking.ask(operation, question.text(), "");
                }
                government.clock().beAt(StoppedClock.START);
            }
        }
        return questions;
    }

    private Result ask(StoreFault fault, Question question) {
        var told = asking.ask(question.operation(), question.text(), "");
        var expected = expected(fault, question);
        var complaint = !expected.contains(told.outcome())
                ? "another outcome"
                : told.time().compareTo(PROMPT) > 0 ? "later than promised" : "";
        return new Result(
                "stores",
                question.operation().id(),
                question.state().name(),
                fault.isOfRedis() ? "Redis" : "Mongo",
                fault + " x " + question.operation() + " x " + question.state(),
                expected.toString(),
                told.toString(),
                complaint);
    }

    /** Losing Redis costs the calls that it spared; what happens to Mongo costs nothing. */
    private static Set<Outcome> expected(StoreFault fault, Question question) {
        var spared =
                question.state() == State.FRESH && question.operation().policy().keeps();
        return !spared ? Set.of(OK_FRESH) : fault.isOfRedis() ? Set.of(OK_FRESH, OK_CACHED) : Set.of(OK_CACHED);
    }

    @Override
    public void close() throws Exception {
        bench.close();
        redis.close();
        mongo.close();
    }
}
