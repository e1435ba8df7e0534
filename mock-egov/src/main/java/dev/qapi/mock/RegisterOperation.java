package dev.qapi.mock;

import dev.qapi.contract.Exchange;
import dev.qapi.contract.Operation;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call that a register answers: with the example whose request is equal as JSON, or else with the example marked
 * {@code x-otherwise}. Whatever it says, it says as of now.
 */
final class RegisterOperation {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final String AS_OF = "asOf";

    private final Operation operation;
    private final Clock clock;
    private final Map<JsonNode, Exchange> described = new HashMap<>();
    private final Optional<Exchange> otherwise;

    RegisterOperation(Operation operation, Clock clock) {
        this.operation = operation;
        this.clock = clock;
        this.otherwise = operation.otherwise();
        operation.exchanges().forEach(exchange -> described.put(Json.of(exchange.request()), exchange));
    }

    /** Method and path, by which one call is told from another. */
    static String name(String method, String url) {
        return method + ' ' + url.split("\\?", 2)[0];
    }

    String name() {
        return name(operation.method(), operation.path());
    }

    Reply answer(byte[] body) {
        return Json.read(body).map(this::answer).orElseGet(() -> refusal("The body is not JSON."));
    }

    private Reply answer(JsonNode request) {
        var example = described.get(request);
        if (example != null) {
            return reply(example, Json.of(example.answer()));
        }
        return new Shape(operation)
                .fault(request)
                .map(RegisterOperation::refusal)
                .orElseGet(() -> otherwise(request));
    }

    private Reply otherwise(JsonNode request) {
        return otherwise
                .map(example -> reply(example, new Echo(request).fill(Json.of(example.answer()))))
                .orElseGet(() -> refusal("No example describes this."));
    }

    private Reply reply(Exchange example, JsonNode answer) {
        if (answer instanceof ObjectNode object && object.has(AS_OF)) {
            var now = OffsetDateTime.now(clock.withZone(BAKU)).truncatedTo(ChronoUnit.MILLIS);
            object.put(AS_OF, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now));
        }
        return new Reply(example.status(), example.mediaType(), answer);
    }

    private static Reply refusal(String message) {
        return Reply.refusal(400, "Client.BadRequest", message);
    }
}
