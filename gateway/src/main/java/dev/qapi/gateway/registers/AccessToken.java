package dev.qapi.gateway.registers;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Register;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Our token at ASAN Bridge: one for all calls, asked for once however many wait for it, renewed before it is over. */
final class AccessToken {

    /** So that no token ends on its way. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "a token until " + until;
        }
    }

    private final Mono<Token> token;
    private final Clock clock;
    private volatile String refused = "";

    AccessToken(AsanBridgeProperties bridge, WebClient http, Clock clock) {
        this.clock = clock;
        var registration = ClientRegistration.withRegistrationId("asan-bridge")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(bridge.url() + "/oauth2/token")
                .clientId(bridge.clientId())
                .clientSecret(bridge.clientSecret())
                .build();
        var endpoint = new WebClientReactiveClientCredentialsTokenResponseClient();
        endpoint.setWebClient(http);
        this.token = endpoint.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(registration))
                .timeout(PATIENCE)
                .map(response -> token(response.getAccessToken()))
                .onErrorMap(OAuth2AuthorizationException.class, _ -> refusal())
                .cacheInvalidateIf(this::isOver);
    }

    Mono<String> get() {
        return token.map(Token::value);
    }

    /** A new one, unless somebody else who was refused has fetched it already. */
    Mono<String> insteadOf(String refused) {
        this.refused = refused;
        return get();
    }

    /** It lasts as long as the endpoint says, by our clock. */
    private Token token(OAuth2AccessToken granted) {
        var now = clock.instant();
        var from = granted.getIssuedAt();
        var to = granted.getExpiresAt();
        var lasts = from == null || to == null ? Duration.ZERO : Duration.between(from, to);
        return new Token(granted.getTokenValue(), now.plus(lasts).minus(IN_HAND));
    }

    private boolean isOver(Token token) {
        return token.value().equals(refused) || !clock.instant().isBefore(token.until());
    }

    /** Spring Security would take a token from a reply of any status, an error page or a redirect too. */
    static Mono<ClientResponse> granted(ClientResponse reply) {
        if (reply.statusCode().is2xxSuccessful()) {
            return Mono.just(reply);
        }
        return Envelope.refused(
                reply,
                reply.statusCode().is3xxRedirection()
                        ? new Failure.Untrusted(Register.ASAN_BRIDGE, "redirect", null)
                        : refusal());
    }

    /** Without the cause, which quotes what the endpoint wrote. */
    private static Failure refusal() {
        return new Failure.Unavailable(Register.ASAN_BRIDGE, Outage.DOWN, Failure.Unavailable.USUALLY, null);
    }
}
