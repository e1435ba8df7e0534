package dev.qapi.gateway.problem;

import dev.qapi.identifier.Malformed.Rule;
import java.util.List;

/** A request whose fields cannot be what they should be. All of them are named at once, none of them quoted. */
public final class MalformedFields extends RuntimeException {

    /**
     * @param pointer JSON pointer to the field
     * @param rule what it breaks
     */
    public record Field(String pointer, Rule rule) {}

    private final List<Field> fields;

    /** @param fields in the order of the body; empty if the body as a whole is no JSON */
    public MalformedFields(List<Field> fields) {
        super("malformed fields", null, false, false);
        this.fields = List.copyOf(fields);
    }

    List<Field> fields() {
        return fields;
    }
}
