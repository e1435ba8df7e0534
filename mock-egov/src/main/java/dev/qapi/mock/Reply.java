package dev.qapi.mock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is sent back: a register's answer, or a refusal. */
record Reply(int status, String mediaType, JsonNode body) {

    /** A refusal in the words that EHİS and the registers share. */
    static Reply refusal(int status, String type, String message) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("type", type).put("message", message).put("detail", "");
        return new Reply(status, "application/json", body);
    }
}
