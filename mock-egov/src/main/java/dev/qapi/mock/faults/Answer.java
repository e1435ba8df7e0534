package dev.qapi.mock.faults;

import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON object that a register answers with. */
final class Answer {

    static final String OUTCOME = "outcome";

    private static final JsonMapper JSON = new JsonMapper();

    private Answer() {}

    /** @return the reply with another body; as it is if its body is no JSON object */
    static Reply change(Reply good, UnaryOperator<ObjectNode> change) {
        return read(good)
                .map(answer -> good.withText(change.apply(answer).toString()))
                .orElse(good);
    }

    static Optional<ObjectNode> read(Reply good) {
        try {
            return JSON.readTree(good.body()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** What would set somebody's mind at rest if it were true. */
    static String harmless(String outcome) {
        return switch (outcome) {
            case "RESTRICTED", "BAN", "BANNED", "NONE" -> "NONE";
            default -> "NO_MATCH";
        };
    }

    /** What the same register says when there is something. */
    static String harmful(String outcome) {
        return switch (outcome) {
            case "NO_MATCH" -> "MATCHED";
            case "NONE" -> "RESTRICTED";
            default -> outcome;
        };
    }
}
