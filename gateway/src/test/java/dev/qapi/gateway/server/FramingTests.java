package dev.qapi.gateway.server;

import static dev.qapi.gateway.support.RawRequests.GOOD;
import static dev.qapi.gateway.support.RawRequests.filled;
import static dev.qapi.gateway.support.RawRequests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.RawHttp;
import dev.qapi.gateway.support.RawRequests;
import dev.qapi.gateway.support.RawRequests.Request;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One request has one meaning, or it is refused and nothing behind it is heard. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class FramingTests {

    private static final Duration SILENCE = Duration.ofMillis(1000);
    private static final String SMUGGLED = GOOD.replace("\r\n\r\n", "\r\nX-Request-ID: smuggled\r\n\r\n");
    private static final String GOOD_AND_GONE = GOOD.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    private static final String LONG = "x".repeat(20_000);

    @LocalServerPort
    int port;

    @BeforeEach
    void warm() {
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answer(GOOD_AND_GONE).status()).isEqualTo(200));
    }

    static Stream<Request> refused() {
        return RawRequests.of("refused");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCanBeReadInTwoWaysIsRefusedWithWhateverFollowsIt(Request request, CapturedOutput log) {
        var answer = answer(request.bytes() + SMUGGLED);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.answers()).isOne();
        assertThat(answer.isClosed()).isTrue();
        assertThat(answer.text())
                .doesNotContain("smuggled", "Exception", "\tat ")
                .doesNotContainIgnoringCase("netty");
        assertThat(log.getAll()).doesNotContain("Exception");
    }

    static Stream<Request> good() {
        return RawRequests.of("legal", "good");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void whatOnlyLooksOddIsAnswered(Request request) {
        var answer = answer(request.bytes().replace("Content-Type", "Connection: close\r\nContent-Type"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"asOf\"").doesNotContain(" 101 ");
    }

    static Stream<Request> bodiless() {
        return RawRequests.of("legal", "bodiless");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiless")
    void whatAsksForNoBodyGetsNone(Request request) {
        var answer = answer(request.bytes());

        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.text()).endsWith("\r\n\r\n");
        assertThat(answer.isClosed()).isFalse();
    }

    @Test
    void aHeadHasTheHeadersOfItsGetAndNoBody() {
        var head = answer("HEAD /api/v1/nothing HTTP/1.1\r\nHost: {host}\r\n\r\n");

        assertThat(head.status()).isEqualTo(404);
        assertThat(head.text()).endsWith("\r\n\r\n").contains("application/problem+json");
    }

    @Test
    void aSecondGoodRequestOnTheSameConnectionIsAnswered() {
        var answer = answer(GOOD + GOOD);

        assertThat(answer.answers()).isEqualTo(2);
    }

    @Test
    void moreRequestsAheadThanAnyClientSendsEndTheConnection() {
        assertThat(answer(GOOD.repeat(200)).isClosed()).isTrue();
    }

    @Test
    void whatIsTooLargeIsRefusedByName() {
        isRefused(414, "GET /" + LONG + " HTTP/1.1\r\nHost: {host}\r\n\r\n");
        isRefused(431, post("X: " + LONG + "\r\nContent-Length: {length}\r\n\r\n{body}"));
        isRefused(431, post("X: y\r\n".repeat(5_000) + "Content-Length: {length}\r\n\r\n{body}"));
        isRefused(413, post("Content-Length: " + LONG.length() + "\r\n\r\n" + LONG));
        isRefused(413, post("Content-Length: 1000000000\r\n\r\n" + LONG));
        isRefused(413, post("Transfer-Encoding: chunked\r\n\r\n4e20\r\n" + LONG + "\r\n0\r\n\r\n"));
        isRefused(414, post("Transfer-Encoding: chunked\r\n\r\n{size};" + LONG + "\r\n{body}\r\n0\r\n\r\n"));
        isRefused(431, post("Transfer-Encoding: chunked\r\n\r\n{size}\r\n{body}\r\n0\r\nX: " + LONG + "\r\n\r\n"));
        assertThat(answer(GOOD).status()).isEqualTo(200);
    }

    @Test
    void aPackedBodyIsNotUnpacked() {
        isRefused(415, post("Content-Encoding: gzip\r\nContent-Length: {length}\r\n\r\n{body}"));
    }

    @Test
    void whoIsAnsweredBeforeTheirBodyHasArrivedIsNotReadAnyFurther() {
        isRefused(404, "POST /api/v1/nothing HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000000000\r\n\r\n");
        isRefused(415, "POST /api/v1/applications/track HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000\r\n\r\n");
    }

    private void isRefused(int status, String request) {
        var answer = answer(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.isClosed()).isTrue();
    }

    private RawHttp answer(String request) {
        try (var http = new RawHttp(port)) {
            return http.say(filled(request, port)).hear(SILENCE);
        }
    }
}
