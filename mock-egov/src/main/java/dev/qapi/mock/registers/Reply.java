package dev.qapi.mock.registers;

import tools.jackson.databind.JsonNode;

/**
 * What a register says: an answer, or a refusal.
 *
 * @param status of HTTP
 */
public record Reply(int status, JsonNode body) {

    /** An answer. */
    public static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    /** A refusal in the words that the exchange layers and the registers share. */
    public static Reply refusal(int status, String type, String message) {
        return new Reply(
                status, Json.object().put("type", type).put("message", message).put("detail", ""));
    }
}
