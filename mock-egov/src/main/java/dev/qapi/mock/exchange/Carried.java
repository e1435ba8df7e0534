package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.qapi.mock.registers.Json;
import dev.qapi.mock.registers.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reply on its way back.
 *
 * @param headers those that the system adds
 */
record Carried(int status, Map<String, String> headers, byte[] body) {

    static Carried of(Reply reply) {
        return new Carried(reply.status(), Map.of("Content-Type", "application/json"), Json.bytes(reply.body()));
    }

    Carried with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Carried(status, more, body);
    }

    ResponseDefinitionBuilder response() {
        var response = new ResponseDefinitionBuilder().withStatus(status).withBody(body);
        headers.forEach(response::withHeader);
        return response;
    }
}
