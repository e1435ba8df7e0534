package dev.qapi.gateway.killing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** People who keep coming through one door: most ask what was asked before, some about somebody new, some file a letter. */
final class Traffic implements AutoCloseable {

    private static final int AT_ONCE = 12;
    /** Between two questions, if all of those before are not still under way. */
    private static final Duration PACE = Duration.ofMillis(10);

    private static final int KNOWN = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConnectionProvider connections = ConnectionProvider.create("traffic", AT_ONCE);
    private final HttpClient http;
    private final Folk folk = new Folk();
    private final String[] known =
            IntStream.range(0, KNOWN).mapToObj(_ -> folk.somebody()).toArray(String[]::new);
    private final Ledger ledger;
    private final AtomicInteger answered = new AtomicInteger();
    private final Map<String, AtomicInteger> told = new ConcurrentSkipListMap<>();
    private final Mono<Void> over;
    private volatile boolean ending;

    Traffic(int port, Ledger ledger) {
        this.ledger = ledger;
        this.http = HttpClient.create(connections)
                .disableRetry(true)
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE);
        this.over = Flux.interval(
                        PACE, Schedulers.boundedElastic()) // what is asked is made up by chance, which may block
                .takeWhile(_ -> !ending)
                .onBackpressureDrop()
                .flatMap(this::one, AT_ONCE, 1)
                .then()
                .cache();
        over.subscribe();
    }

    private Mono<Void> one(long number) {
        var what = switch ((int) (number % 50)) {
            case 0 -> file(Letter.any());
            case 10, 20, 30, 40, 45 -> track(folk.somebody());
            case 1, 11, 21, 31, 41 -> look();
            default -> track(known[(int) (number % KNOWN)]);
        };
        return what.onErrorResume(broken -> Mono.just(broken.getClass().getSimpleName()))
                .doOnNext(outcome -> {
                    told.computeIfAbsent(outcome, _ -> new AtomicInteger()).incrementAndGet();
                    answered.incrementAndGet();
                })
                .then();
    }

    private Mono<String> look() {
        return from().get()
                .uri("/api/v1/catalogue")
                .responseSingle((told, body) ->
                        body.asString().map(_ -> "look " + told.status().code()));
    }

    private Mono<String> track(String person) {
        return sent(from(), "/api/v1/applications/track", person, (answer, body) -> "ask " + kind(answer, body));
    }

    private Mono<String> file(Letter letter) {
        ledger.begun(letter);
        var keyed = from().headers(headers -> headers.set("Idempotency-Key", letter.key()));
        return sent(keyed, "/api/v1/letters", letter.body(), (answer, body) -> {
            var receipt = Answer.of(answer.status().code(), body, false, Optional.empty(), Duration.ZERO);
            if (receipt.isReceipt()) {
                ledger.receipted(letter, receipt, Duration.ZERO, Duration.ZERO);
            }
            return "file " + kind(answer, body);
        });
    }

    private interface Heard {
        String as(HttpClientResponse answer, String body);
    }

    private static Mono<String> sent(HttpClient http, String path, String json, Heard heard) {
        return http.headers(headers -> headers.set("Content-Type", "application/json"))
                .post()
                .uri(path)
                .send((_, out) -> out.sendString(Mono.just(json)))
                .responseSingle((answer, body) -> body.asString().map(text -> heard.as(answer, text)));
    }

    private static String kind(HttpClientResponse answer, String body) {
        return Answer.of(answer.status().code(), body, false, Optional.empty(), Duration.ZERO)
                .kind();
    }

    private HttpClient from() {
        return http.headers(headers -> headers.set("X-Forwarded-For", Caller.anySource()));
    }

    int answered() {
        return answered.get();
    }

    /** How often each outcome was met: what was wanted, the status and, if it is a problem, its code. */
    Map<String, AtomicInteger> told() {
        return told;
    }

    /** Returns when whoever is inside has been answered. */
    void end() {
        ending = true;
        over.block(PATIENCE.multipliedBy(2));
    }

    @Override
    public void close() {
        ending = true;
        connections.dispose();
    }
}
