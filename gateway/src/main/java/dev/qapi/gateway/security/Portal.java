package dev.qapi.gateway.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which portal calls, by the word of its token, and why, by its own.
 *
 * @param client the token's {@code client_id}
 * @param scopes what the token lets it do
 * @param purpose why it asks about a person ({@code X-Purpose}), for the audit
 * @param caseRef in which case of its own ({@code X-Case-Ref})
 */
public record Portal(
        String client,
        Set<String> scopes,
        @Nullable String purpose,
        @Nullable String caseRef) {}
