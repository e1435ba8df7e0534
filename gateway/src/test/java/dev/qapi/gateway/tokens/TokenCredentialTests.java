package dev.qapi.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.keys.Decoders;
import dev.qapi.gateway.keys.TokenRules;
import dev.qapi.gateway.support.Issuer;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** A gateway that has just started, while the issuer of tokens is not there. */
class TokenCredentialTests {

    private final Issuer issuer = new Issuer();
    private final Decoders decoders = new Decoders(Clock.systemUTC());

    @AfterEach
    void close() {
        decoders.destroy();
        issuer.close();
    }

    @Test
    void aPortalHearsThatNobodyCanTellAndOthersDoNotEvenWait() {
        issuer.stall();
        var credential = credential();
        for (var i = 0; i < 3; i++) {
            var from = System.nanoTime();
            assertThatThrownBy(() -> credential
                            .of(exchange("Bearer " + issuer.token(_ -> {})))
                            .block())
                    .isInstanceOfSatisfying(
                            Failure.Unavailable.class,
                            failure -> assertThat(failure.register()).isEqualTo(Register.MYGOV));
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofMillis(600));
        }
        assertThat(credential
                        .of(MockServerWebExchange.from(MockServerHttpRequest.get("/x")))
                        .blockOptional())
                .isEmpty();
        assertThat(issuer.fetches()).isLessThanOrEqualTo(2);
    }

    private TokenCredential credential() {
        var rules = TokenRules.accessToken(issuer.keys(), Issuer.NAME, Issuer.AUDIENCE);
        return new TokenCredential(decoders.of(rules), Mockito.mock(Binding.class));
    }

    private static MockServerWebExchange exchange(String authorization) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/x").header("Authorization", authorization));
    }
}
