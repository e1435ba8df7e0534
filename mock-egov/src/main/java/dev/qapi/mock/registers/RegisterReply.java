package dev.qapi.mock.registers;

import tools.jackson.databind.JsonNode;

/**
 * What a register says: an answer, or a refusal.
 *
 * @param status of HTTP
 */
public record RegisterReply(int status, JsonNode body) {

    /** An answer. */
    public static RegisterReply ok(JsonNode body) {
        return new RegisterReply(200, body);
    }

    /** A refusal in the words that the exchange layers and the registers share. */
    public static RegisterReply refusal(int status, String type, String message) {
        return new RegisterReply(
                status, Json.object().put("type", type).put("message", message).put("detail", ""));
    }
}
