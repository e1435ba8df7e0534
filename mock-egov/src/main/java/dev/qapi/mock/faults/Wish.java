package dev.qapi.mock.faults;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that somebody sent.
 *
 * @param json its fields
 */
record Wish(JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> FIELDS =
            Set.of("fault", "variant", "register", "system", "operation", "share", "seconds", "window");

    /** @throws BadWish if it is none */
    static Wish read(@Nullable String text) {
        try {
            var json = JSON.readTree(text == null ? "" : text);
            if (json != null && json.isObject()) {
                return new Wish(json);
            }
        } catch (JacksonException notJson) {
            // is said below
        }
        throw new BadWish("", "The body has to be a JSON object.");
    }

    /**
     * @throws BadWish if a field is unknown or of the wrong type
     * @throws BadInjection if it cannot be played
     */
    Injection injection() {
        for (var name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw new BadWish(
                        name,
                        "There is no field " + name + "; there are "
                                + FIELDS.stream().sorted().toList());
            }
        }
        var fault = text("fault");
        if (fault == null) {
            throw new BadWish("fault", "Say which fault, for example F05.");
        }
        var seconds = number("seconds");
        var window = text("window");
        return Injection.of(
                Choice.of(Fault.of(fault), text("variant")),
                new Target(
                        Target.orNull(text("register")),
                        Target.orNull(text("system")),
                        Target.orNull(text("operation"))),
                number("share"),
                seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1_000)),
                window == null ? null : Window.parse(window));
    }

    @Nullable
    String text(String field) {
        return value(field, JsonNode::isString, JsonNode::stringValue, "a text");
    }

    @Nullable
    Double number(String field) {
        return value(field, JsonNode::isNumber, JsonNode::doubleValue, "a number");
    }

    @Nullable
    Boolean flag(String field) {
        return value(field, JsonNode::isBoolean, JsonNode::booleanValue, "true or false");
    }

    private <T> @Nullable T value(String field, Predicate<JsonNode> fits, Function<JsonNode, T> value, String what) {
        var node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!fits.test(node)) {
            throw new BadWish(field, "It has to be " + what + ".");
        }
        return value.apply(node);
    }
}
