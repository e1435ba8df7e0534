package dev.qapi.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.resilience.CredulousJudge;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Another slice in each run; {@code -Dmatrix.seed=…} repeats one, {@code -Dmatrix=whole} runs all, {@code
 * -Dmatrix.only=} those whose name holds that, such as {@code F06 x payments}. What came of it is
 * written to {@code target/fault-matrix.md}.
 */
class FaultMatrixTests {

    private static final long SEED = Long.getLong("matrix.seed", new Random().nextInt(1_000_000));
    private static final boolean WHOLE = System.getProperty("matrix", "").equals("whole");
    private static final String ONLY = System.getProperty("matrix.only", "");
    private static final Report REPORT = new Report(SEED, WHOLE);

    @TempDir
    static Path data;

    private static Governing government;
    private static Bench bench;

    @BeforeAll
    static void start() {
        government = new Governing();
        bench = new Bench(government, data, Map.of(), Logins::sit);
    }

    @AfterAll
    static void stop() {
        bench.close();
        government.close();
        REPORT.write(Path.of("target", "fault-matrix.md"));
    }

    @Test
    void everyUpstreamFaultEndsAsThePolicySays() {
        passes(new Upstream(government, bench, SEED).run(slice(Cells.upstream(), 60)));
    }

    @Test
    void theSourcesOfARestrictionAreWeighedByKleenesOr() {
        passes(new Pairs(bench.asking()).run(slice(Pair.all(SEED), 40)));
    }

    @Test
    void whatBecomesOfRedisOrMongoCostsNoAnswer(@TempDir Path own) throws Exception {
        try (var stores = new Stores(government, own)) {
            passes(stores.run(name -> name.contains(ONLY)));
        }
    }

    /** Whether the issuer is there is asked first while it has never been. */
    @Test
    void whoIsCallingAndHowOftenTheyMayHoldsWhateverBefallsTheIssuerOrRedis(@TempDir Path own) throws Exception {
        try (var callers = new Callers(government, own)) {
            var identifying = new Identifying(callers);
            passes(identifying.atStart());
            passes(identifying.run(slice(ProviderCell.all(), 32)));
            passes(new Limited(callers).run(slice(LimitCell.of(callers.redis().faults()), 18)));
        }
    }

    @Test
    void noOperationThatAsksARegisterIsForgotten() {
        assertThat(Coverage.forgotten()).isEmpty();
    }

    /** The broken guard is the judge: whom an answer is about and of when. */
    @Test
    void aGatewayThatBelievesEveryAnswerDoesNotPass(@TempDir Path own) {
        var lies = Set.of("F18", "F19:old", "F19:future");
        var cells = Cells.upstream().stream()
                .filter(it ->
                        it.state() == State.COLD && lies.contains(it.fault().toString()))
                .toList();
        try (var credulous = new Bench(government, own, Map.of(), FaultMatrixTests::believing)) {
            assertThat(new Upstream(government, credulous, SEED).run(cells))
                    .hasSize(lies.size() * ReadOperation.ALL.size())
                    .noneMatch(Result::isPassed);
        }
    }

    private static void believing(GenericApplicationContext beans) {
        Logins.sit(beans);
        CredulousJudge.sits(beans);
    }

    private static <T> List<T> slice(List<T> cells, int most) {
        var wanted = cells.stream().filter(it -> it.toString().contains(ONLY)).toList();
        return WHOLE || !ONLY.isEmpty() ? wanted : Cells.slice(wanted, most, SEED);
    }

    private static void passes(List<Result> results) {
        REPORT.add(results);
        assertThat(results.stream().filter(it -> !it.isPassed()).map(it -> it.message(SEED)))
                .isEmpty();
    }
}
