package dev.qapi.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Failure.Untrusted;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.registers.Route;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.netty.http.client.HttpClient;

class FaultsTests {

    /** What happened, the code it is told as, whether the breaker hears of it, whether it is tried again. */
    static Stream<Arguments> faults() {
        var open = CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("x"));
        var full = BulkheadFullException.createBulkheadFullException(Bulkhead.ofDefaults("x"));
        return Stream.of(
                Arguments.of(new TimeoutException(), "07002", true, true),
                Arguments.of(request(new ConnectException()), "07001", true, true),
                Arguments.of(request(new ConnectTimeoutException()), "07002", true, true),
                Arguments.of(request(ReadTimeoutException.INSTANCE), "07002", true, true),
                Arguments.of(request(new UnknownHostException()), "07004", true, false),
                Arguments.of(request(new SSLHandshakeException("")), "07004", true, false),
                Arguments.of(request(new RuntimeException(new SSLHandshakeException(""))), "07004", true, false),
                Arguments.of(answer(500), "07001", true, true),
                Arguments.of(answer(502), "07001", true, true),
                Arguments.of(answer(503), "07001", true, true),
                Arguments.of(answer(503, "Retry-After", "1"), "07001", true, false),
                Arguments.of(answer(504), "07001", true, true),
                Arguments.of(answer(400), "07050", false, false),
                Arguments.of(answer(401), "07001", false, false),
                Arguments.of(answer(403), "07001", false, false),
                Arguments.of(answer(404), "07050", false, false),
                Arguments.of(answer(422), "07050", false, false),
                Arguments.of(answer(429), "07008", false, false),
                Arguments.of(cut(200, new IOException("reset")), "07001", true, true),
                Arguments.of(cut(200, new NumberFormatException("chunk")), "07001", true, true),
                Arguments.of(cut(200, new IllegalStateException()), "07050", true, false),
                Arguments.of(open, "07001", true, false),
                Arguments.of(full, "07008", true, false),
                Arguments.of(new DecodingException("quotes \"C01234567\""), "07050", true, false),
                Arguments.of(new IllegalStateException(), "07050", true, false),
                Arguments.of(request(new SslHandshakeTimeoutException("")), "07002", true, true),
                Arguments.of(request(new SSLException("", new IOException("reset"))), "07001", true, true),
                Arguments.of(request(new SSLException("", new SSLException(""))), "07004", true, false),
                Arguments.of(new Untrusted(Register.EHIS, "redirect", null), "01050", true, false));
    }

    /** A real one, since Netty tells it by its words alone. */
    @Test
    void aLineLostInTheHandshakeIsAnOutageAndNoImpostor() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (var line = server.accept()) {
                    line.getInputStream().readNBytes(64);
                } catch (IOException lost) {
                    throw new UncheckedIOException(lost);
                }
            });
            var asked = WebClient.builder()
                    .clientConnector(new ReactorClientHttpConnector(
                            HttpClient.newConnection().secure().disableRetry(true)))
                    .build()
                    .get()
                    .uri("https://localhost:" + server.getLocalPort())
                    .retrieve()
                    .toBodilessEntity();
            var lost = catchThrowable(() -> asked.block(Duration.ofSeconds(10)));
            assertThat(Faults.failure(Register.VMMS, lost).code()).isEqualTo("07001");
            assertThat(Faults.isTransient(lost)).isTrue();
            var incidents = new Incidents(new SimpleMeterRegistry());
            incidents.count(Faults.failure(Register.VMMS, lost), new Route(Register.VMMS, Register.EHIS));
            assertThat(incidents.isAlarmed(Register.VMMS)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultHasOneMeaning(Throwable fault, String code, boolean counts, boolean again) {
        assertThat(Faults.failure(Register.VMMS, fault).code()).isEqualTo(code);
        assertThat(Faults.countsAgainstRegister(fault)).isEqualTo(counts);
        assertThat(Faults.isTransient(fault)).isEqualTo(again);
    }

    @Test
    void aFailuresOwnTextIsItsCode() {
        assertThat(Faults.failure(Register.VMMS, new DecodingException("quotes \"C01234567\"")))
                .hasMessage("07050");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | 5",
                "7 | - | 7",
                "0 | - | 1",
                "60 | - | 60",
                "61 | - | 60",
                "9223372036854775807 | - | 60",
                "-1 | - | 5",
                "+3 | - | 5",
                "1.5 | - | 5",
                "soon | - | 5",
                "Mon, 23 Nov 2026 10:00:20 GMT | Mon, 23 Nov 2026 10:00:00 GMT | 20",
                "Mon, 23 Nov 2026 11:00:00 GMT | Mon, 23 Nov 2026 10:00:00 GMT | 60",
                "Mon, 23 Nov 2026 09:00:00 GMT | Mon, 23 Nov 2026 10:00:00 GMT | 5",
                "Mon, 23 Nov 2026 10:00:20 GMT | - | 5",
                "Mon, 23 Nov 2026 10:00:20 GMT | now | 5",
            })
    void itSaysWhenToComeBack(@Nullable String retryAfter, @Nullable String date, long seconds) {
        var fault = answer(503, "Retry-After", retryAfter, "Date", date);
        assertThat(Faults.failure(Register.VMMS, fault))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    static WebClientRequestException request(Throwable cause) {
        return new WebClientRequestException(cause, HttpMethod.POST, URI.create("http://x"), HttpHeaders.EMPTY);
    }

    /** The head of a reply arrived, its body did not. */
    private static Throwable cut(int status, Throwable cause) {
        return answer(status).initCause(cause);
    }

    static WebClientResponseException answer(int status, @Nullable String... headers) {
        var all = new HttpHeaders();
        for (var i = 0; i < headers.length; i += 2) {
            if (headers[i + 1] != null) {
                all.set(String.valueOf(headers[i]), headers[i + 1]);
            }
        }
        return WebClientResponseException.create(status, "", all, new byte[0], null);
    }

    @Test
    void everyKindOfFailureHasACodeOfFiveDigits() {
        assertThat(Faults.failure(Register.VMMS, new Error()))
                .isInstanceOf(Failure.class)
                .extracting(Failure::code)
                .isEqualTo("07050");
    }
}
