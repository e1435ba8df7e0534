package dev.qapi.services.evidence;

import dev.qapi.eservice.Register;
import dev.qapi.eservice.Supplied;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.FreeText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a form its person need not type.
 *
 * @param fields one for each that a register is asked for
 */
record Filled(String form, List<Field> fields) {

    /**
     * @param path JSON pointer to it in the request of the form
     * @param value absent if the register does not say
     * @param unconfirmed the code for why it does not
     */
    record Field(
            String path,
            @Nullable FreeText value,
            Coded<Register> register,
            @Nullable Instant asOf,
            @Nullable String unconfirmed) {}

    static Filled of(FormPath form, List<Supplied> supplied, Words words) {
        return new Filled(
                form.path(),
                supplied.stream()
                        .map(it -> new Field(
                                it.path(), it.value(), Coded.of(it.register(), words), it.asOf(), it.unconfirmed()))
                        .toList());
    }
}
