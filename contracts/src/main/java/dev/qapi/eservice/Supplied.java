package dev.qapi.eservice;

import dev.qapi.identifier.FreeText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A field that a register is asked for instead of the person. What the register says counts, whatever was typed; while it says
 * nothing, what was typed counts and is marked as unconfirmed.
 *
 * @param path JSON pointer to the field in the request
 * @param value what counts; absent as long as there is nothing
 * @param register who is asked
 * @param asOf the moment that the value describes, by the register's clock; absent if it was typed
 * @param unconfirmed the problem's code for why it is not the register's word; absent if it is
 */
public record Supplied(
        String path,
        @Nullable FreeText value,
        Register register,
        @Nullable Instant asOf,
        @Nullable String unconfirmed) {

    /** The same field as somebody typed it, or left it empty. */
    public Supplied typed(@Nullable FreeText typed, String why) {
        return new Supplied(path, typed, register, null, why);
    }
}
