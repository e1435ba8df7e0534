package dev.qapi.gateway.login;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Failure.Untrusted;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.keys.KeysUnavailable;
import dev.qapi.gateway.problem.LoginNotCompleted;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** What a person is told about a login that failed: that myGov is away, that it cannot be believed, or to begin again. */
final class LoginFailures {

    private static final Logger log = LoggerFactory.getLogger(LoginFailures.class);

    /** The library's words for answers of the token endpoint that are none. */
    private static final Set<String> UNTRUSTED = Set.of("invalid_id_token", "invalid_nonce", "invalid_token_response");

    private static final Set<String> AWAY = Set.of("server_error", "temporarily_unavailable");
    private static final Set<String> REFUSED = Set.of("invalid_client", "unauthorized_client", "invalid_scope");

    private LoginFailures() {}

    static Throwable told(Throwable error) {
        return switch (error) {
            case Failure failure -> failure;
            case TimeoutException _, WebClientRequestException _ -> away(error);
            case OAuth2AuthenticationException e when e.getCause() instanceof KeysUnavailable -> away(e);
            case OAuth2AuthenticationException e -> told(e.getError().getErrorCode(), e);
            default -> error;
        };
    }

    static Unavailable away(@Nullable Throwable cause) {
        return new Unavailable(Register.MYGOV, Outage.DOWN, Unavailable.USUALLY, cause);
    }

    /** Only words of our own are written down: the answer's come from whoever sends a browser here. */
    private static Throwable told(String code, Throwable cause) {
        if (UNTRUSTED.contains(code)) {
            log.warn("a login was refused: {}", code);
            return new Untrusted(Register.MYGOV, code, cause);
        }
        if (REFUSED.contains(code)) {
            log.error("myGov does not accept us: {}", code);
            return away(cause);
        }
        return AWAY.contains(code) ? away(cause) : new LoginNotCompleted();
    }
}
