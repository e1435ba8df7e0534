package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.mock.faults.Reply;
import dev.qapi.mock.registers.Json;
import dev.qapi.mock.registers.RegisterReply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bridge's own tokens: opaque, for five minutes, for the registers that were asked for. */
final class BridgeTokens {

    private static final Duration LIFE = Duration.ofMinutes(5);
    /** The oldest make room, so that no caller can fill the memory. */
    private static final int MOST = 10_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Token(Set<String> scopes, Instant until) {}

    private final byte[] credential;
    private final Set<String> registers;
    private final Clock clock;
    private final Map<String, Token> tokens = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Token> oldest) {
            return size() > MOST;
        }
    });

    /** @param registers those that the bridge reaches, as path segments */
    BridgeTokens(String client, String secret, Set<String> registers, Clock clock) {
        this.credential = basic(client, secret).getBytes(StandardCharsets.UTF_8);
        this.registers = registers;
        this.clock = clock;
    }

    private static String basic(String client, String secret) {
        var pair = (client + ':' + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** RFC 6749, 4.4 and 5.2. */
    Reply issue(Request request) {
        var given = request.containsHeader("Authorization") ? request.getHeader("Authorization") : "";
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), credential)) {
            return refused(401, "invalid_client", "UNAUTHORIZED").with("WWW-Authenticate", "Basic realm=\"bridge\"");
        }
        var form = form(request.getBodyAsString());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return refused(400, "unsupported_grant_type", "FORBIDDEN");
        }
        var asked = form.getOrDefault("scope", "").isBlank()
                ? registers
                : Set.copyOf(
                        Arrays.asList(form.getOrDefault("scope", "").strip().split(" +")));
        if (!registers.containsAll(asked)) {
            return refused(400, "invalid_scope", "UNKNOWN_REGISTER");
        }
        return Replies.of(RegisterReply.ok(Json.object()
                        .put("access_token", fresh(asked))
                        .put("token_type", "Bearer")
                        .put("expires_in", LIFE.toSeconds())
                        .put("scope", asked.stream().sorted().collect(Collectors.joining(" ")))))
                .with("Cache-Control", "no-store");
    }

    private String fresh(Set<String> scopes) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        tokens.put(token, new Token(scopes, clock.instant().plus(LIFE)));
        return token;
    }

    /** What a token is good for; null if it is none of ours or too old. */
    @Nullable
    Set<String> scopes(String token) {
        var known = tokens.get(token);
        return known == null || !known.until().isAfter(clock.instant()) ? null : known.scopes();
    }

    /** As if none had ever been given out. */
    void revoke() {
        tokens.clear();
    }

    private static Reply refused(int status, String error, String bridge) {
        return Replies.of(new RegisterReply(status, Json.object().put("error", error)))
                .with("X-Bridge-Error", bridge);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, _) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
