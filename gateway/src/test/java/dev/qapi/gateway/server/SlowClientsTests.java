package dev.qapi.gateway.server;

import static dev.qapi.gateway.support.RawRequests.GOOD;
import static dev.qapi.gateway.support.RawRequests.filled;
import static dev.qapi.gateway.support.RawRequests.post;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.RawHttp;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Who is slow is dropped, and nobody else notices. */
@GatewayTest
@TestPropertySource(
        properties = {"qapi.server.idle=2s", "qapi.server.read=1s", "qapi.server.request=2s", "qapi.server.write=1s"})
class SlowClientsTests {

    private static final Duration LIMIT = ofSeconds(2);
    private static final Duration LONGEST = ofSeconds(8);
    private static final int CROWD = 20;

    @LocalServerPort
    int port;

    @BeforeEach
    void warm() {
        await().pollDelay(Duration.ZERO).atMost(ofSeconds(20)).untilAsserted(() -> isAnswered());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "says nothing||",
                "drips a request line|GET /|x",
                "drips a header|GET / HTTP/1.1\\r\\nX: |x",
                "drips headers|GET / HTTP/1.1\\r\\n|X: y\\r\\n",
                "drips empty lines|\\r\\n|\\r\\n",
                "drips a body|{post}Content-Length: 1000\\r\\n\\r\\n| ",
                "drips chunks|{post}Transfer-Encoding: chunked\\r\\n\\r\\n|1\\r\\n{\\r\\n",
                "pauses in a body|{post}Content-Length: 1000\\r\\n\\r\\n{|",
                "asks whether to go on and does not|{post}Expect: 100-continue\\r\\nContent-Length: 9\\r\\n\\r\\n|",
                "says nothing more after a good request|{good}|",
                "drips a body that nobody reads|POST /api/v1/x HTTP/1.1\\r\\nHost: {host}\\r\\nContent-Length: 999\\r\\n\\r\\n|x"
            })
    void aCrowdOfClientsIsDroppedOfWhichEach(String habit, String start, String drop) throws Exception {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var dropped =
                    Stream.generate(() -> drip(crowd, start, drop)).limit(CROWD).toList();
            while (dropped.stream().anyMatch(client -> !client.isDone())) {
                isAnswered();
            }
            for (var client : dropped) {
                assertThat(client.get()).isLessThan(LIMIT.plusSeconds(2));
            }
        }
    }

    private CompletableFuture<Duration> drip(ExecutorService crowd, String start, String drop) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (var slow = new RawHttp(port)) {
                        slow.say(bytes(start));
                        return slow.drip(bytes(drop), ofMillis(300), LONGEST);
                    }
                },
                crowd);
    }

    private String bytes(@org.jspecify.annotations.Nullable String text) {
        var written = text == null ? "" : text.replace("{post}", post("")).replace("{good}", GOOD);
        return filled(written.replace("\\r\\n", "\r\n"), port);
    }

    @Test
    void aBodyThatDoesNotArriveIsAProblemOfItsOwn() {
        try (var slow = new RawHttp(port)) {
            slow.say(bytes("{post}Content-Length: 1000\\r\\n\\r\\n{")).hear(LIMIT.plusSeconds(2));

            assertThat(slow.status()).isEqualTo(408);
            assertThat(slow.text()).contains("application/problem+json", "\"code\":\"00408\"");
            assertThat(slow.isClosed()).isTrue();
        }
    }

    @Test
    void aClientThatAsksAndAsksAndReadsNothingIsDropped() throws ExecutionException, InterruptedException {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var deaf = crowd.submit(() -> {
                try (var client = new RawHttp(port)) {
                    for (var said = 0; said < 5_000 && !client.isClosed(); said++) {
                        client.say(filled(GOOD.repeat(20), port));
                    }
                    return client.isClosed();
                }
            });
            while (!deaf.isDone()) {
                isAnswered();
            }
            assertThat(deaf.get()).isTrue();
        }
    }

    private void isAnswered() {
        try (var http = new RawHttp(port)) {
            var close = GOOD.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
            assertThat(http.say(filled(close, port)).hear(ofSeconds(1)).status())
                    .isEqualTo(200);
        }
    }
}
