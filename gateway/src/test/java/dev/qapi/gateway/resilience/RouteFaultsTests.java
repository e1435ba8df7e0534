package dev.qapi.gateway.resilience;

import static dev.qapi.gateway.resilience.FaultsTests.answer;
import static dev.qapi.gateway.resilience.FaultsTests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Failure.Untrusted;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.codec.DecodingException;

class RouteFaultsTests {

    static Stream<Arguments> whoseFault() {
        var open = CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("x"));
        var full = BulkheadFullException.createBulkheadFullException(Bulkhead.ofDefaults("x"));
        var broken = answer(200);
        broken.initCause(new IOException("connection reset"));
        var error = new Unavailable(Register.EHIS, Failure.Outage.DOWN, Unavailable.USUALLY, null);
        return Stream.of(
                Arguments.of(new TimeoutException(), true),
                Arguments.of(request(new ConnectException()), true),
                Arguments.of(request(new UnknownHostException()), true),
                Arguments.of(request(new SSLHandshakeException("")), true),
                Arguments.of(error, true),
                Arguments.of(open, true),
                Arguments.of(full, true),
                Arguments.of(answer(401), true),
                Arguments.of(answer(403), true),
                Arguments.of(broken, true),
                Arguments.of(new Untrusted(Register.VMMS, "redirect", null), true),
                Arguments.of(new Untrusted(Register.VMMS, "another-request", null), false),
                Arguments.of(
                        new Failure.NotFound(
                                Instant.EPOCH, new Provenance(Register.VMMS, Register.EHIS, Instant.EPOCH, null)),
                        false),
                Arguments.of(answer(200), false),
                Arguments.of(answer(400), false),
                Arguments.of(answer(404), false),
                Arguments.of(answer(429), false),
                Arguments.of(answer(500), false),
                Arguments.of(answer(503), false),
                Arguments.of(new DecodingException("no JSON"), false),
                Arguments.of(new IllegalStateException(), false));
    }

    @ParameterizedTest
    @MethodSource("whoseFault")
    void anotherWayIsTakenWhereTheWayFailedAndNotTheRegister(Throwable fault, boolean ofRoute) {
        assertThat(Faults.isOfRoute(fault)).isEqualTo(ofRoute);
    }
}
