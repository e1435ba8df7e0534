package dev.qapi.gateway.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One question about a person. It holds no identifier and nothing of the answer.
 *
 * @param id unique for ever, so that delivering it twice leaves one
 * @param at to the millisecond, as the store keeps it
 * @param caller what kind of caller asked
 * @param by which person asked, if one is logged in, as the same keyed hash that they have as a subject
 * @param client which portal, if one did
 * @param purpose why, by the portal's word
 * @param caseRef in which case of the portal's own
 * @param subject whom it was about, as a keyed hash
 * @param route what was asked
 * @param outcome how an answer came about ({@code FRESH} …), or the code of the problem
 * @param requestId the request's name, as the answer gave it
 */
record AuditEntry(
        String id,
        Instant at,
        String caller,
        @Nullable String by,
        @Nullable String client,
        @Nullable String purpose,
        @Nullable String caseRef,
        String subject,
        String route,
        String outcome,
        int status,
        String requestId,
        String traceId) {

    /** As it is stored; what is absent is left out. */
    SequencedMap<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", id);
        fields.put("at", at);
        fields.put("caller", caller);
        put(fields, "by", by);
        put(fields, "client", client);
        put(fields, "purpose", purpose);
        put(fields, "caseRef", caseRef);
        fields.put("subject", subject);
        fields.put("route", route);
        fields.put("outcome", outcome);
        fields.put("status", status);
        fields.put("requestId", requestId);
        fields.put("traceId", traceId);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
