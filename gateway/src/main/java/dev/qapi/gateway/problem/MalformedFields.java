package dev.qapi.gateway.problem;

import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

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

    /** A query parameter or path variable that is missing or cannot become what its route takes. */
    static MalformedFields of(MethodParameter parameter, ServerWebInputException error) {
        var rule = switch (error) {
            case MissingRequestValueException _ -> Rule.REQUIRED;
            default -> error.getMostSpecificCause() instanceof Malformed malformed ? malformed.rule() : Rule.SHAPE;
        };
        return new MalformedFields(List.of(new Field("/" + parameter.getParameterName(), rule)));
    }

    List<Field> fields() {
        return fields;
    }
}
