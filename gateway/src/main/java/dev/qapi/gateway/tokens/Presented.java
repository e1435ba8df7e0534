package dev.qapi.gateway.tokens;

import java.util.List;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * A token as it is shown in {@code Authorization}, not yet believed.
 *
 * @param isProved whether it comes with a DPoP proof, by its scheme
 */
record Presented(boolean isProved, String token) {

    private static final int LARGEST = 8 * 1024;
    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";
    /** What has five is encrypted, and none of ours is. */
    private static final int PARTS = 3;

    /** @throws BadJwtException if it is not one header of one token */
    static Presented of(List<String> authorization) {
        var given = authorization.size() == 1 ? authorization.getFirst() : "";
        var isProved = given.regionMatches(true, 0, DPOP, 0, DPOP.length());
        var isBearer = given.regionMatches(true, 0, BEARER, 0, BEARER.length());
        var token = isProved ? given.substring(DPOP.length()) : isBearer ? given.substring(BEARER.length()) : "";
        if (given.length() > LARGEST || !isThreeParts(token)) {
            throw new BadJwtException("not a token");
        }
        return new Presented(isProved, token);
    }

    /** Each of the alphabet of RFC 4648, 5, none empty. No regular expression: it is looked at in each question. */
    private static boolean isThreeParts(String token) {
        var parts = 1;
        var length = 0;
        for (var at = 0; at < token.length(); at++) {
            if (token.charAt(at) == '.') {
                if (length == 0) {
                    return false;
                }
                parts++;
                length = 0;
            } else if (isOfTheAlphabet(token.charAt(at))) {
                length++;
            } else {
                return false;
            }
        }
        return parts == PARTS && length > 0;
    }

    private static boolean isOfTheAlphabet(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** It is as good as a password. */
    @Override
    public String toString() {
        return isProved ? "DPoP …" : "Bearer …";
    }
}
