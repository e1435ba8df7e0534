package dev.qapi.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.resilience.Said.Ask;
import dev.qapi.gateway.support.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What holds for every store of answers, wherever they lie. */
abstract class AnswerStoreContract {

    static final Duration LONG = Duration.ofMinutes(1);
    static final Instant THEN = Instant.parse("2026-11-23T06:00:00.123456789Z");

    abstract AnswerStore store();

    /** Somebody nobody has asked about yet. */
    static Ask somebody() {
        return Ask.about(People.somebody().replaceAll(".*\"(T\\d+)\".*", "$1"));
    }

    @Nullable
    Kept<Said> found(Ask ask) {
        return store().find(ask.question()).block(LONG);
    }

    void keep(Ask ask, String text, Duration ttl) {
        store().keep(ask.question(), Said.kept(ask, text, THEN), ttl).block(LONG);
    }

    @Test
    void whatWasNeverKeptIsNotFound() {
        assertThat(found(somebody())).isNull();
    }

    @Test
    void whatIsKeptIsFoundByAnEqualQuestionToTheLastDigit() {
        var ask = somebody();
        keep(ask, "said", LONG);
        assertThat(found(ask)).isEqualTo(Said.kept(ask, "said", THEN));
    }

    @Test
    void anotherQuestionIsNeverAnswered() {
        keep(somebody(), "said", LONG);
        assertThat(found(somebody())).isNull();
        var ask = somebody();
        keep(ask, "said", LONG);
        assertThat(store().find(new Question<>(Other.class, ask)).block(LONG)).isNull();
    }

    record Other(String text) {}

    @Test
    void theLastOneKeptCounts() {
        var ask = somebody();
        keep(ask, "first", LONG);
        keep(ask, "second", LONG);
        assertThat(found(ask)).extracting(kept -> kept.reply().text()).isEqualTo("second");
    }

    @Test
    void whatIsForgottenIsGoneAndForgettingNothingIsNoError() {
        var ask = somebody();
        store().forget(ask.question()).block(LONG);
        keep(ask, "said", LONG);
        store().forget(ask.question()).block(LONG);
        assertThat(found(ask)).isNull();
    }

    @Test
    void whatHasExpiredIsGone() {
        var ask = somebody();
        keep(ask, "said", Duration.ofMillis(300));
        await().atMost(Duration.ofSeconds(10)).until(() -> found(ask) == null);
    }

    @Test
    void nothingHappensBeforeSomebodySubscribes() {
        var ask = somebody();
        var find = store().find(ask.question());
        store().keep(ask.question(), Said.kept(ask, "said", THEN), LONG);
        assertThat(found(ask)).isNull();
        keep(ask, "said", LONG);
        assertThat(find.block(LONG)).isNotNull();
        store().forget(ask.question());
        assertThat(found(ask)).isNotNull();
    }

    @Test
    void aLargeAnswerIsKeptWhole() {
        var ask = somebody();
        var text = "ə".repeat(15_000);
        keep(ask, text, LONG);
        assertThat(found(ask)).extracting(kept -> kept.reply().text()).isEqualTo(text);
    }

    @Test
    void manyAtOnceGetTheirOwn() {
        var texts =
                IntStream.range(0, 200).boxed().collect(Collectors.toMap(_ -> somebody(), number -> "said " + number));
        Flux.fromIterable(texts.entrySet()).flatMap(entry -> kept(entry), 20).blockLast(LONG);
        Flux.range(0, 2_000)
                .map(number ->
                        texts.keySet().stream().skip(number % 200).findFirst().orElseThrow())
                .flatMap(ask -> store().find(ask.question()).map(kept -> Map.entry(ask, kept)), 20)
                .doOnNext(found -> assertThat(found.getValue())
                        .isEqualTo(Said.kept(found.getKey(), Objects.requireNonNull(texts.get(found.getKey())), THEN)))
                .blockLast(LONG);
    }

    private Mono<Void> kept(Map.Entry<Ask, String> entry) {
        var ask = entry.getKey();
        return store().keep(ask.question(), Said.kept(ask, entry.getValue(), THEN), LONG);
    }
}
