package dev.qapi.gateway.support;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Many who ask at the same time, each about somebody new. */
public final class Crowd {

    /** What one of them was told; status 0 if the connection broke. */
    public record Told(String requestId, int status, String body, Duration time) {}

    private static final String CROWD = UUID.randomUUID() + "-";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Crowd() {}

    public static Flux<Told> asks(int port, int people, int atOnce) {
        var connections = ConnectionProvider.builder("crowd")
                .maxConnections(atOnce)
                .pendingAcquireMaxCount(2 * people)
                .build();
        var http = HttpClient.create(connections).responseTimeout(Duration.ofSeconds(20));
        return Flux.range(0, people)
                .flatMap(_ -> ask(http, port, People.somebody()), atOnce)
                .doFinally(_ -> connections.dispose());
    }

    private static Mono<Told> ask(HttpClient http, int port, String person) {
        var id = CROWD + NUMBER.incrementAndGet();
        return http.headers(headers ->
                        headers.set("Content-Type", "application/json").set("X-Request-ID", id))
                .post()
                .uri("http://127.0.0.1:" + port + "/api/v1/applications/track")
                .send((request, out) -> out.sendString(Mono.just(person)))
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Told(id, response.status().code(), text, Duration.ZERO)))
                .elapsed()
                .map(timed ->
                        new Told(id, timed.getT2().status(), timed.getT2().body(), Duration.ofMillis(timed.getT1())))
                .onErrorReturn(new Told(id, 0, "", Duration.ZERO));
    }
}
