package dev.qapi.gateway.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.gateway.security.Portal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a portal's token and its request say of it. */
final class PortalClaims {

    private static final Pattern CLIENT = Pattern.compile("[\\w.:-]{1,64}");
    private static final Pattern WORDS = Pattern.compile("[!-~]([ -~]{0,48}[!-~])?");

    /** What tokens say, for as long as they are kept: the same object then. */
    private static final Cache<Jwt, Claims> KNOWN =
            Caffeine.newBuilder().weakKeys().build();

    private record Claims(String client, Set<String> scopes) {}

    private PortalClaims() {}

    static Portal of(Jwt token, HttpHeaders headers) {
        var claims = KNOWN.get(token, PortalClaims::claims);
        return new Portal(claims.client(), claims.scopes(), words(headers, "X-Purpose"), words(headers, "X-Case-Ref"));
    }

    /** Only a client that speaks for itself: a token that it got for a person has another subject. */
    private static Claims claims(Jwt token) {
        var client = text(token, "client_id");
        if (!CLIENT.matcher(client).matches() || !client.equals(token.getSubject())) {
            throw new BadJwtException("not a portal's token");
        }
        return new Claims(client, scopes(token));
    }

    /** RFC 8693: a string of them; none if it is anything else. */
    private static Set<String> scopes(Jwt token) {
        return Stream.of(text(token, "scope").split(" "))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String text ? text : "";
    }

    private static @Nullable String words(HttpHeaders headers, String name) {
        var given = headers.getValuesAsList(name).isEmpty() ? null : headers.get(name);
        return given != null
                        && given.size() == 1
                        && WORDS.matcher(given.getFirst()).matches()
                ? given.getFirst()
                : null;
    }
}
