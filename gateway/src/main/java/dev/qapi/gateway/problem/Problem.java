package dev.qapi.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qapi.eservice.Reliance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is sent: RFC 9457 with our extensions. It never holds an identifier or a register's text.
 *
 * @param type address of a page that explains it in three languages
 * @param code five digits: family of the register and reason
 * @param retryAfter seconds, the same as the header says
 * @param reliance what may be concluded from it
 * @param errors the malformed fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String register,
        @Nullable Long retryAfter,
        @Nullable Reliance reliance,
        String traceId,
        List<FieldError> errors) {

    /**
     * A malformed field.
     *
     * @param pointer JSON pointer into the request's body (RFC 6901)
     * @param code the broken rule
     * @param detail what to correct, in the reader's language
     */
    public record FieldError(String pointer, String code, String detail) {}
}
