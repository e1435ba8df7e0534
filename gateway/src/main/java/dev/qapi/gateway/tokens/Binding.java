package dev.qapi.gateway.tokens;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Whether whoever shows a token is the one whom it was issued to, where it says how to tell ({@code cnf}): by the certificate of the TLS connection (RFC 8705), by a DPoP proof
 * (RFC 9449), or both. What it is bound by is never waived, and one that is bound by a key of its own is no bearer token.
 */
@Component
final class Binding {

    private static final String CERTIFICATE = "x5t#S256";
    private static final String KEY = "jkt";

    private final Proofs proofs;

    Binding(Proofs proofs) {
        this.proofs = proofs;
    }

    Mono<Void> check(Presented presented, Jwt token, String client, ServerWebExchange exchange) {
        var bound = bound(token);
        var key = bound.get(KEY);
        if (presented.isProved() != (key != null)) {
            return Mono.error(new BadJwtException("not presented as it is bound"));
        }
        var certificate = bound.get(CERTIFICATE);
        if (certificate != null
                && !certificate.equals(thumbprint(exchange.getRequest().getSslInfo()))) {
            return Mono.error(new BadJwtException("another certificate"));
        }
        return key == null ? Mono.empty() : proofs.check(presented, key, client, exchange);
    }

    /** Empty if it is not bound; a way to be bound that we cannot check is none that we may ignore. */
    private static Map<String, String> bound(Jwt token) {
        if (!token.hasClaim("cnf")) {
            return Map.of();
        }
        var bound = token.getClaims().get("cnf") instanceof Map<?, ?> cnf ? cnf : Map.of();
        var known = bound.entrySet().stream()
                .filter(it -> Set.of(CERTIFICATE, KEY).contains(String.valueOf(it.getKey())))
                .filter(it -> it.getValue() instanceof String)
                .toList();
        if (known.isEmpty() || known.size() != bound.size()) {
            throw new BadJwtException("bound in an unknown way");
        }
        return known.stream()
                .collect(toUnmodifiableMap(it -> String.valueOf(it.getKey()), it -> String.valueOf(it.getValue())));
    }

    private static @Nullable String thumbprint(@Nullable SslInfo tls) {
        var chain = tls == null ? null : tls.getPeerCertificates();
        if (chain == null || chain.length == 0) {
            return null;
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new BadJwtException("no certificate", e);
        }
    }
}
