package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.mock.faults.Reply;
import dev.qapi.mock.registers.RegisterReply;
import dev.qapi.mock.registers.Registers;
import dev.qapi.mock.registers.Registers.Route;
import java.util.Optional;
import java.util.UUID;

/**
 * The second exchange layer: REST with bearer tokens of its own (RFC 6749, client credentials; RFC 6750).
 * {@code X-Bridge-Error} is present only where it, and not a register, is to blame.
 */
final class AsanBridge implements Carrier {

    private static final String PREFIX = "/bridge/v1/";
    private static final String TOKENS = "/oauth2/token";
    private static final String BEARER = "Bearer ";

    private final BridgeTokens tokens;

    AsanBridge(BridgeTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String system() {
        return Registers.ASAN_BRIDGE;
    }

    @Override
    public boolean carries(String path) {
        return path.startsWith(PREFIX) || path.equals(TOKENS);
    }

    @Override
    public Reply answer(Request request, Optional<Route> route) {
        var id = request.containsHeader("X-Correlation-Id")
                ? request.getHeader("X-Correlation-Id")
                : UUID.randomUUID().toString();
        var path = request.getUrl().split("\\?", 2)[0];
        var reply = path.equals(TOKENS) ? tokens.issue(request) : carried(request, path, route);
        return reply.with("X-Correlation-Id", id);
    }

    private Reply carried(Request request, String path, Optional<Route> route) {
        var header = request.containsHeader("Authorization") ? request.getHeader("Authorization") : "";
        var scopes = header.startsWith(BEARER) ? tokens.scopes(header.substring(BEARER.length())) : null;
        if (scopes == null) {
            return fault(401, "UNAUTHORIZED", "A bearer token is required.")
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        if (route.isEmpty()) {
            return fault(404, "UNKNOWN_REGISTER", "No register answers here.");
        }
        if (!scopes.contains(path.split("/")[3])) {
            return fault(403, "FORBIDDEN", "The token is not for this register.");
        }
        return Replies.of(route.get().answer(request.getBody()));
    }

    private static Reply fault(int status, String error, String message) {
        return Replies.of(RegisterReply.refusal(status, error, message)).with("X-Bridge-Error", error);
    }
}
