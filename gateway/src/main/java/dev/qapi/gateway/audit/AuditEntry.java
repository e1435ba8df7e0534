package dev.qapi.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question about a person. It holds no identifier and nothing of the answer.
 *
 * @param id unique for ever, so that delivering it twice leaves one
 * @param caller what kind of caller asked
 * @param client which portal, if one did
 * @param purpose why, by the portal's word
 * @param caseRef in which case of the portal's own
 * @param subject whom it was about, as a keyed hash
 * @param route what was asked
 * @param outcome how an answer came about ({@code FRESH} …), or the code of the problem
 * @param requestId the request's name, as the answer gave it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        String id,
        Instant at,
        String caller,
        @Nullable String client,
        @Nullable String purpose,
        @Nullable String caseRef,
        String subject,
        String route,
        String outcome,
        int status,
        String requestId,
        String traceId) {}
