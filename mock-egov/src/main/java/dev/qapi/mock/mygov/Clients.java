package dev.qapi.mock.mygov;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.AUTHORIZATION_CODE;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.REFRESH_TOKEN;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask: the gateway on behalf of a person, the gateway's sender of messages, and portals that call the gateway. */
final class Clients {

    static final String INBOX = "inbox";
    /** Short: a person who logs out elsewhere is noticed at the next refresh. */
    private static final Duration ACCESS = Duration.ofMinutes(5);
    /** Longer than any session of a working day. */
    private static final Duration REFRESH = Duration.ofHours(12);

    /** All that the gateway lets portals do. */
    static final List<String> PORTAL_SCOPES = List.of(
            "applications",
            "applications.numbers",
            "stay-extensions",
            "stay-extensions.numbers",
            "stay-registrations",
            "payments",
            "payments.numbers",
            "restrictions",
            "restrictions.causes",
            "events",
            "webhooks");

    private Clients() {}

    static RegisteredClientRepository of(MyGov.Settings settings) {
        return new InMemoryRegisteredClientRepository(
                gateway(settings),
                inbox(settings),
                portal("qapi-demo-portal", "sandbox-demo", PORTAL_SCOPES),
                portal("qapi-narrow-portal", "sandbox-narrow", List.of("applications")));
    }

    private static RegisteredClient gateway(MyGov.Settings settings) {
        return client("qapi-gateway", settings.gatewaySecret())
                .authorizationGrantType(AUTHORIZATION_CODE)
                .authorizationGrantType(REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(settings.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(settings.postLogoutRedirectUris()))
                .scope(OidcScopes.OPENID)
                .scope(Claims.PROFILE)
                .scope(Claims.IDENTITY)
                .scope(Claims.COMPANIES)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(REFRESH)
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    private static RegisteredClient inbox(MyGov.Settings settings) {
        return client("qapi-inbox", settings.inboxSecret())
                .authorizationGrantType(CLIENT_CREDENTIALS)
                .scope(INBOX)
                .build();
    }

    /** A portal of the sandbox; everybody knows its secret, and no two clients may have the same. */
    private static RegisteredClient portal(String id, String secret, List<String> scopes) {
        return client(id, secret)
                .authorizationGrantType(CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .build();
    }

    static boolean isPortal(RegisteredClient client) {
        return client.getClientId().endsWith("-portal");
    }

    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC);
    }
}
