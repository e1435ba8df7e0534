package dev.qapi.gateway.audit;

import java.time.Instant;

/**
 * One question about a person. It holds no identifier and nothing of the answer.
 *
 * @param id unique for ever, so that delivering it twice leaves one
 * @param caller who asked
 * @param subject whom it was about, as a keyed hash
 * @param route what was asked
 * @param outcome how an answer came about ({@code FRESH} …), or the code of the problem
 * @param requestId the request's name, as the answer gave it
 */
record AuditEntry(
        String id,
        Instant at,
        String caller,
        String subject,
        String route,
        String outcome,
        int status,
        String requestId,
        String traceId) {}
