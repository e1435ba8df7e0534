package dev.qapi.gateway.keys;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** From when to when a token counts, with half a minute for clocks that differ. It has to say when it was made and when it ends; that it is over is told apart. */
final class Lifetime implements OAuth2TokenValidator<Jwt> {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final OAuth2Error INVALID = new OAuth2Error("invalid_token");

    private final Clock clock;

    Lifetime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var now = clock.instant();
        var made = token.getIssuedAt();
        var from = token.getNotBefore();
        var until = token.getExpiresAt();
        var latest = now.plus(SKEW);
        if (made == null || until == null || made.isAfter(latest) || from != null && from.isAfter(latest)) {
            return OAuth2TokenValidatorResult.failure(INVALID);
        }
        return until.plus(SKEW).isAfter(now)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(Decoders.EXPIRED);
    }
}
