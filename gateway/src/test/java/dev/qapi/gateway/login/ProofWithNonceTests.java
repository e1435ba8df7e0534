package dev.qapi.gateway.login;

import static dev.qapi.gateway.support.People.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.tokens.Proving;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** A portal whose token the simulated myGov has bound to its key, at a gateway that wants its own word repeated in each proof. */
@ExtendWith(SharedPlace.class)
class ProofWithNonceTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRACK = "/api/v1/applications/track";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final LoginPlace place;
    private final Browser portal;
    private final Proving key = Proving.fresh();
    private final String token;

    ProofWithNonceTests(LoginPlace place) {
        this.place = place;
        this.portal = place.somebody().browser();
        this.token = token();
    }

    @AfterEach
    void heal() {
        place.heal();
    }

    @Test
    void whoeverRepeatsTheWordThatTheyWereToldIsAnsweredAndToldTheNext() {
        var first = ask("");
        wantsNonce(first);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ask(nonce(first)).statusCode()).isEqualTo(200));
        assertThat(nonce(ask(nonce(first)))).isNotEmpty();
    }

    @Test
    void anotherWordIsNone() {
        wantsNonce(ask("another"));
        wantsNonce(ask(nonce(ask("")) + "0"));
    }

    @Test
    void anOldWordIsNoneAndTheNewOneIsToldAtOnce() {
        var old = nonce(ask(""));
        place.gateway().bean(MovableClock.class).goOn(Duration.ofSeconds(270));

        var late = ask(old);
        wantsNonce(late);
        assertThat(nonce(late)).isNotEqualTo(old);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ask(nonce(late)).statusCode()).isEqualTo(200));
    }

    private static void wantsNonce(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("DPoP ")
                .contains("error=\"use_dpop_nonce\"");
        assertThat(nonce(answer)).isNotEmpty();
    }

    private static String nonce(HttpResponse<String> answer) {
        return answer.headers().firstValue("DPoP-Nonce").orElse("");
    }

    private HttpResponse<String> ask(String nonce) {
        return portal.postJson(
                TRACK,
                somebody(),
                "Authorization",
                "DPoP " + token,
                "DPoP",
                key.repeating(nonce, "POST", portal.home().resolve(TRACK).toString(), token),
                "X-Purpose",
                "employment",
                "X-Case-Ref",
                "A-2026/17");
    }

    private String token() {
        var endpoint = place.issuer() + "/oauth2/token";
        var granted = portal.post(
                endpoint,
                Map.of("grant_type", "client_credentials", "scope", "applications"),
                "DPoP",
                key.repeating("", "POST", endpoint, null),
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("qapi-demo-portal:sandbox-demo".getBytes(UTF_8)));
        var told = JSON.readTree(granted.body());
        assertThat(told.path("token_type").asString("")).isEqualTo("DPoP");
        return told.path("access_token").asString("");
    }
}
