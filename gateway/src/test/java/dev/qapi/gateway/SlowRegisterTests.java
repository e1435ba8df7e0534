package dev.qapi.gateway;

import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.Vmms;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** With time limits that nothing reaches: what counts here is the number of calls. */
@GatewayTest
@TestPropertySource(
        properties = {"qapi.resilience.response=10s", "qapi.resilience.deadline=20s", "qapi.resilience.patience=1s"})
class SlowRegisterTests {

    @Autowired
    Vmms vmms;

    @Autowired
    WebTestClient http;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @Test
    void tenThousandWhoAskTheSameAtOnceShareOneCall() {
        vmms.replies(reply -> reply.withFixedDelay(500));
        vmms.forgetCalls();
        var person = somebody();
        var connections = ConnectionProvider.builder("crowd")
                .maxConnections(500)
                .pendingAcquireMaxCount(20_000)
                .build();
        var statuses = Flux.range(0, 10_000)
                .flatMap(
                        _ -> HttpClient.create(connections)
                                .headers(headers -> headers.set("Content-Type", "application/json"))
                                .post()
                                .uri("http://127.0.0.1:" + port + "/api/v1/applications/track")
                                .send((request, out) -> out.sendString(Mono.just(person)))
                                .responseSingle((response, body) ->
                                        body.then(Mono.just(response.status().code()))),
                        500)
                .collectList()
                .block(Duration.ofMinutes(3));
        assertThat(statuses).hasSize(10_000).containsOnly(200);
        assertThat(vmms.calls()).isEqualTo(1);
        connections.dispose();
    }

    @Test
    void aKnownAnswerIsToldWhileASlowRegisterIsStillBeingAsked() {
        vmms.recover();
        var known = somebody();
        track(http, known).expectStatus().isOk().expectBody();
        clock.goOn(Duration.ofMinutes(2));
        vmms.replies(reply -> reply.withFixedDelay(3_000));
        track(http, known)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.freshness")
                .isEqualTo("STALE");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> track(http, known)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.freshness")
                        .isEqualTo("CACHED"));
        assertThat(vmms.calls()).isEqualTo(2);
    }
}
