package dev.qapi.mock.registers;

import dev.qapi.contract.Exchange;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that no register of ours knows yet: answered with the contract's example whose request is equal as JSON, or
 * else with the one marked {@code x-otherwise}. Whatever it says, it says as of now.
 */
final class ExampleOperation implements Operation {

    private static final String AS_OF = "asOf";

    private final Clock clock;
    private final Map<JsonNode, Exchange> described = new HashMap<>();
    private final Optional<Exchange> otherwise;

    ExampleOperation(dev.qapi.contract.Operation operation, Clock clock) {
        this.clock = clock;
        this.otherwise = operation.otherwise();
        operation.exchanges().forEach(exchange -> described.put(Json.of(exchange.request()), exchange));
    }

    @Override
    public RegisterReply answer(ObjectNode request) {
        var example = described.get(request);
        return example != null
                ? reply(example, Json.of(example.answer()))
                : otherwise
                        .map(other -> reply(other, new Echo(request).fill(Json.of(other.answer()))))
                        .orElseGet(() -> RegisterReply.refusal(400, "Client.BadRequest", "No example describes this."));
    }

    private RegisterReply reply(Exchange example, JsonNode answer) {
        if (answer instanceof ObjectNode object && object.has(AS_OF)) {
            object.put(AS_OF, Json.text(clock.instant()));
        }
        return new RegisterReply(example.status(), answer);
    }
}
