package dev.qapi.gateway.tokens;

import dev.qapi.gateway.json.StrictJson;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a token before any key is asked for: whoever reads it later must be able to read it in one way only, and to fetch nothing that it names. */
final class TokenShape {

    /** Default deny: no header brings a key or an address of one, and nothing that has to be understood ({@code crit}). */
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");

    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");
    private static final Pattern KEY = Pattern.compile("[\\w.~=+:-]{1,128}");
    private static final JsonMapper JSON = StrictJson.forPeople().build();

    private TokenShape() {}

    static void check(String token) {
        var parts = token.split("\\.", -1);
        var header = object(parts[0]);
        var kid = header.get("kid");
        var ok = HEADERS.containsAll(header.propertyNames())
                && ALGORITHMS.contains(text(header, "alg"))
                && TYPES.contains(text(header, "typ"))
                && (kid == null || KEY.matcher(kid.asString("")).matches())
                && object(parts[1]).isObject();
        if (!ok) {
            throw new BadJwtException("not an access token");
        }
    }

    private static String text(JsonNode object, String name) {
        var value = object.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    private static JsonNode object(String part) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new BadJwtException("not JSON");
        }
    }
}
