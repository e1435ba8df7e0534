package dev.qapi.gateway.matrix;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a person was told.
 *
 * @param retryAfter the header's value, empty if there is none
 */
record Told(int status, String contentType, String retryAfter, JsonNode body, Duration time) {

    private static final Pattern COUNTDOWN = Pattern.compile("\"workingDaysLeft\":\\d+,?");

    Outcome outcome() {
        if (status == 200 && body.has("data")) {
            return switch (freshness()) {
                case "FRESH" -> Outcome.OK_FRESH;
                case "CACHED" -> Outcome.OK_CACHED;
                case "STALE" -> Outcome.STALE;
                case "PARTIAL" -> Outcome.PARTIAL;
                default -> Outcome.BROKEN;
            };
        }
        return switch (reason()) {
            case "003" -> Outcome.NOT_FOUND;
            case "006" -> Outcome.UNKNOWN;
            case "001", "002", "004", "008", "050" -> Outcome.UNAVAILABLE;
            default -> Outcome.BROKEN;
        };
    }

    String freshness() {
        return body.path("freshness").asString("");
    }

    private String code() {
        return body.path("code").asString("");
    }

    /** Who failed: two digits. */
    String family() {
        return code().length() == 5 ? code().substring(0, 2) : "";
    }

    /** Why: three digits. */
    String reason() {
        return code().length() == 5 ? code().substring(2) : "";
    }

    Set<String> ways() {
        return body.path("sources")
                .valueStream()
                .map(source -> source.path("via").asString(""))
                .collect(Collectors.toSet());
    }

    /** What does not depend on how old the word is, as whether a charge may be paid now does, nor on which day it is told. */
    Object substance() {
        var data = body.path("data");
        return data.has("charges")
                ? data.path("charges").valueStream().map(Told::charge).toList()
                : COUNTDOWN.matcher(data.toString()).replaceAll("");
    }

    /** Whether each record that it tells was told then, too. */
    boolean isPartOf(Told before) {
        return body.path("data")
                .propertyStream()
                .filter(part -> part.getValue().has("records"))
                .allMatch(part -> part.getValue()
                        .path("records")
                        .equals(before.body().path("data").path(part.getKey()).path("records")));
    }

    private static String charge(JsonNode charge) {
        return charge.path("paymentNumber").asString("") + ' ' + charge.path("amount");
    }

    boolean isPayable() {
        return body.at("/data/charges")
                .valueStream()
                .anyMatch(it -> it.path("payable").asBoolean());
    }

    /** Of a problem the code, of an answer no more than how old it is: it is about somebody. */
    @Override
    public String toString() {
        return outcome() + " (" + status + " " + code() + ways() + ", " + time.toMillis() + " ms)";
    }
}
