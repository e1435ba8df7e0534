package dev.qapi.fake;

import dev.qapi.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as the contract of application tracking describes them, with its words in one language. */
record FakeAnswers(String language) {

    private static final Contract CONTRACT = Contract.all().stream()
            .filter(contract -> contract.id().equals("applications"))
            .findFirst()
            .orElseThrow();

    Map<String, Object> one(String freshness, String reliance, String asOf) {
        return envelope(freshness, reliance, asOf, List.of(underReview()));
    }

    /** Several applications, with everything that an application can have, and a name that tries to be a script. */
    Map<String, Object> many() {
        var paying = application("WP-2026-0000071", "WORK_PERMIT", "APPROVED_AWAITING_FEE", "APPLICANT");
        paying.put(
                "fee",
                Map.of(
                        "amount", "350.00",
                        "currency", "AZN",
                        "paymentNumber", "0045 1177 2026",
                        "dueBy", "2026-12-03",
                        "state", word("FeeState", "DUE")));
        var incomplete = application("MR-2026-0412399", "STAY_EXTENSION", "INCOMPLETE", "APPLICANT");
        incomplete.put("waitingFor", List.of("Ərizə-anket (imzalı)", "<script>alert('Qapı')</script>"));
        var refused = application("MR-2025-0100001", "PERMANENT_RESIDENCE", "REFUSED", "NOBODY");
        refused.put(
                "issued",
                List.of(
                        Map.of("kind", word("IssuedKind", "DECISION"), "number", "Q-2025/881"),
                        Map.of(
                                "kind",
                                word("IssuedKind", "RESIDENCE_CARD"),
                                "number",
                                "MYİ0012345",
                                "validUntil",
                                "2026-02-01")));
        var all = List.<Map<String, Object>>of(underReview(), paying, incomplete, refused);
        return envelope("FRESH", "SAFE", "2026-11-23T10:05:00Z", all);
    }

    private Map<String, Object> underReview() {
        return application("MR-2026-0412345", "TEMPORARY_RESIDENCE", "UNDER_REVIEW", "MIGRATION_SERVICE");
    }

    private Map<String, Object> envelope(
            String freshness, String reliance, String asOf, List<Map<String, Object>> applications) {
        return Map.of(
                "data",
                Map.of("applications", applications),
                "asOf",
                asOf,
                "freshness",
                freshness,
                "reliance",
                reliance,
                "sources",
                List.of(Map.of("register", "VMMS", "via", "EHIS", "fetchedAt", asOf)),
                "missing",
                List.of());
    }

    private Map<String, Object> application(String number, String kind, String status, String holder) {
        var application = new LinkedHashMap<String, Object>();
        application.put("number", number);
        application.put("kind", word("Kind", kind));
        application.put("status", with(word("StatusCode", status), "since", "2026-11-09"));
        application.put("holder", with(word("Holder", holder), "until", "2026-12-01"));
        application.put("waitingFor", List.of());
        application.put("issued", List.of());
        application.put(
                "history",
                List.of(
                        with(word("StatusCode", status), "at", "2026-11-09T05:30:00Z"),
                        with(word("StatusCode", "REGISTERED"), "at", "2026-11-03T07:02:00Z"),
                        with(word("StatusCode", "SUBMITTED"), "at", "2026-11-02T12:41:00Z")));
        return application;
    }

    private Map<String, Object> word(String schema, String code) {
        return Map.of("code", code, "text", CONTRACT.words(schema, code, language));
    }

    private static Map<String, Object> with(Map<String, Object> words, String name, String value) {
        var more = new LinkedHashMap<>(words);
        more.put(name, value);
        return more;
    }
}
