package dev.qapi.mock.mygov;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Principal;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/** What stands in tokens. An access token says that it is one (RFC 9068), so that an ID token cannot pass for it. */
final class Tokens {

    private static final String ACCESS_TOKEN = "at+jwt";

    private Tokens() {}

    static JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    static JwtDecoder accessTokens(JWKSource<SecurityContext> keys, String issuer) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new JwtIssuerValidator(issuer), new JwtTypeValidator(ACCESS_TOKEN)));
        return decoder;
    }

    static void fill(JwtEncodingContext token) {
        if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
            Authentication login = token.getPrincipal();
            var claims = Claims.of(Person.of(login).account(), token.getAuthorizedScopes());
            token.getClaims().claims(all -> all.putAll(claims));
        } else {
            token.getJwsHeader().type(ACCESS_TOKEN);
            if (Clients.isPortal(token.getRegisteredClient())) {
                forPortal(token);
            }
        }
    }

    /** All that RFC 9068 wants to stand in it, for the gateway to read. */
    private static void forPortal(JwtEncodingContext token) {
        token.getClaims()
                .audience(List.of(MyGov.GATEWAY))
                .claim("client_id", token.getRegisteredClient().getClientId())
                .claim("scope", String.join(" ", token.getAuthorizedScopes()));
    }

    static OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context) {
        Authentication login = context.getAuthorization().getAttribute(Principal.class.getName());
        var person = Person.of(login);
        return OidcUserInfo.builder()
                .subject(person.getName())
                .claims(all -> all.putAll(
                        Claims.of(person.account(), context.getAccessToken().getScopes())))
                .build();
    }
}
