package dev.qapi.gateway.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPNonceException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** DPoP proofs (RFC 9449): made with the token's own key for this very method, address and token, just now, and not used before. */
@Component
final class Proofs {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);
    private static final int LARGEST = 4 * 1024;
    private static final long SKEW = 30;
    private static final long AGE = 60;

    private final UsedProofs used;
    private final Nonces nonces;
    private final @Nullable URI address;

    Proofs(UsedProofs used, Nonces nonces, PortalsProperties portals) {
        this.used = used;
        this.nonces = nonces;
        this.address = portals.address();
    }

    Mono<Void> check(Presented presented, String key, String client, ServerWebExchange exchange) {
        return Mono.defer(() -> {
            nonces.tell(exchange.getResponse());
            return used.once(verified(presented, key, client, exchange.getRequest()));
        });
    }

    /** The library wants to mark it as used while it waits; it is marked when the rest is known to be good. */
    private DPoPProofUse verified(Presented presented, String key, String client, ServerHttpRequest request) {
        var use = new AtomicReference<@Nullable DPoPProofUse>();
        var verifier = new DPoPProtectedResourceRequestVerifier(ALGORITHMS, SKEW, AGE, use::set);
        try {
            var proof = proof(request.getHeaders().getOrDefault("DPoP", List.of()));
            if (nonces.accepted() != null && proof.getJWTClaimsSet().getClaim("nonce") == null) {
                throw new NonceWanted();
            }
            verifier.verify(
                    request.getMethod().name(),
                    target(request),
                    new DPoPIssuer(client),
                    proof,
                    new DPoPAccessToken(presented.token()),
                    new JWKThumbprintConfirmation(new Base64URL(key)),
                    nonces.accepted(),
                    null);
        } catch (InvalidDPoPNonceException _) {
            throw new NonceWanted();
        } catch (ParseException
                | JOSEException
                | InvalidDPoPProofException
                | AccessTokenValidationException
                | IllegalArgumentException e) {
            throw new BadJwtException("no proof", e);
        }
        var marked = use.get();
        if (marked == null) {
            throw new BadJwtException("a proof without a name");
        }
        return marked;
    }

    private static SignedJWT proof(List<String> given) throws ParseException {
        if (given.size() != 1 || given.getFirst().length() > LARGEST) {
            throw new ParseException("not one proof", 0);
        }
        return SignedJWT.parse(given.getFirst());
    }

    private URI target(ServerHttpRequest request) {
        var asked = request.getURI();
        return address == null
                ? asked
                : UriComponentsBuilder.fromUri(address)
                        .replacePath(asked.getRawPath())
                        .build(true)
                        .toUri();
    }
}
