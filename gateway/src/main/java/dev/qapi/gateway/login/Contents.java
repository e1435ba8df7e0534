package dev.qapi.gateway.login;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may lie in a session, as JSON.
 *
 * @param attempt a login that has begun
 * @param login one that is done
 * @param typed what was typed when an earlier one had ended
 */
record Contents(
        @Nullable Attempt attempt,
        @Nullable Login login,
        @Nullable TypedForm typed) {

    /** Names of the attributes. */
    static final String ATTEMPT = "attempt";

    static final String LOGIN = "login";
    static final String TYPED = "typed";

    static Contents of(Map<String, Object> attributes) {
        return new Contents(
                (Attempt) attributes.get(ATTEMPT), (Login) attributes.get(LOGIN), (TypedForm) attributes.get(TYPED));
    }

    Map<String, Object> attributes() {
        var attributes = new HashMap<String, Object>();
        if (attempt != null) {
            attributes.put(ATTEMPT, attempt);
        }
        if (login != null) {
            attributes.put(LOGIN, login);
        }
        if (typed != null) {
            attributes.put(TYPED, typed);
        }
        return attributes;
    }
}
