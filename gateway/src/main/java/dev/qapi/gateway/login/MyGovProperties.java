package dev.qapi.gateway.login;

import dev.qapi.gateway.start.CannotStart;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where myGov is and who we are there.
 *
 * @param issuer what its tokens say; absent: nobody can log in
 * @param clientId our name there
 * @param clientSecret and our password
 * @param gateway where browsers find us; absent: at the address that they asked for
 * @param authorizationUri where people log in; this and the other addresses are below the issuer's unless said
 * @param tokenUri where we get the ID token
 * @param jwkSetUri where its keys are
 * @param endSessionUri where people log out
 * @param patience how long the token endpoint may take
 */
@ConfigurationProperties("qapi.mygov")
record MyGovProperties(
        @Nullable URI issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @Nullable URI gateway,
        @Nullable URI authorizationUri,
        @Nullable URI tokenUri,
        @Nullable URI jwkSetUri,
        @Nullable URI endSessionUri,
        @DefaultValue("3s") Duration patience) {

    MyGovProperties {
        if (issuer != null && (clientId.isBlank() || clientSecret.isBlank())) {
            throw new CannotStart("myGov has an address but we have no name there. Set the environment variables"
                    + " QAPI_MYGOV_CLIENT_ID and QAPI_MYGOV_CLIENT_SECRET");
        }
    }

    /** Exactly as its tokens say it. */
    String issued() {
        return Objects.requireNonNull(issuer).toString();
    }

    URI authorization() {
        return authorizationUri == null ? below("/oauth2/authorize") : authorizationUri;
    }

    URI token() {
        return tokenUri == null ? below("/oauth2/token") : tokenUri;
    }

    URI keys() {
        return jwkSetUri == null ? below("/oauth2/jwks") : jwkSetUri;
    }

    URI endSession() {
        return endSessionUri == null ? below("/connect/logout") : endSessionUri;
    }

    private URI below(String path) {
        return URI.create(issued() + path);
    }

    /** A record's own would print the secret. */
    @Override
    public String toString() {
        return "myGov at " + issuer;
    }
}
