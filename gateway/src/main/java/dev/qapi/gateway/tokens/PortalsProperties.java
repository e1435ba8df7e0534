package dev.qapi.gateway.tokens;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens portals call with. Unless all of the first three are set no token is accepted.
 *
 * @param issuer what the tokens say in {@code iss}
 * @param jwksUri where their issuer's public keys are
 * @param audience who we are in {@code aud}
 * @param address where portals reach us, if that is not what {@code Host} says: what a DPoP proof has to name
 * @param nonce whether a DPoP proof has to repeat a word that we have told
 */
@ConfigurationProperties("qapi.portals")
record PortalsProperties(
        @Nullable String issuer,
        @Nullable URI jwksUri,
        @Nullable String audience,
        @Nullable URI address,
        @DefaultValue("false") boolean nonce) {}
