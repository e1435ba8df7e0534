package dev.qapi.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearStoreTests extends AnswerStoreContract {

    private static final Duration ANY = Duration.ofSeconds(1);

    private final NearStore store = new NearStore(new ResilienceProperties(ANY, ANY, ANY, 1, ANY, 1_000));

    @Override
    AnswerStore store() {
        return store;
    }

    @Test
    void itNeverGrowsWithoutBound() {
        var small = new NearStore(new ResilienceProperties(ANY, ANY, ANY, 1, ANY, 10));
        var people = Stream.generate(AnswerStoreContract::somebody).limit(1_000).toList();
        people.forEach(ask ->
                small.keep(ask.question(), Said.kept(ask, "said", THEN), LONG).block());
        await().untilAsserted(() -> assertThat(people)
                .filteredOn(ask -> small.find(ask.question()).block() != null)
                .hasSizeLessThanOrEqualTo(10));
    }
}
