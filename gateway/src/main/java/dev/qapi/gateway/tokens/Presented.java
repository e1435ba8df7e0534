package dev.qapi.gateway.tokens;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * A token as it is shown in {@code Authorization}, not yet believed.
 *
 * @param isProved whether it comes with a DPoP proof, by its scheme
 */
record Presented(boolean isProved, String token) {

    private static final int LARGEST = 8 * 1024;
    /** Three parts: what has five is encrypted, and none of ours is. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?i:(bearer)|dpop) ([\\w-]{1,8192}\\.[\\w-]{1,8192}\\.[\\w-]{1,8192})");

    /** @throws BadJwtException if it is not one header of one token */
    static Presented of(List<String> authorization) {
        var given = authorization.size() == 1 ? authorization.getFirst() : "";
        var credentials = CREDENTIALS.matcher(given.length() > LARGEST ? "" : given);
        if (!credentials.matches()) {
            throw new BadJwtException("not a token");
        }
        return new Presented(credentials.group(1) == null, credentials.group(2));
    }

    /** It is as good as a password. */
    @Override
    public String toString() {
        return isProved ? "DPoP …" : "Bearer …";
    }
}
