package dev.qapi.services.owndata;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Words;
import dev.qapi.services.owndata.Fields.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the registers hold on the person.
 *
 * @param differing what not all of them write alike
 * @param held by {@link Part#field()}; a part that is not here is in {@code nothingHeld} or missing
 * @param nothingHeld what a register has answered about without holding anything
 */
record Holding(
        List<Coded<FieldName>> differing, @JsonAnyGetter Map<String, Held> held, List<Nothing> nothingHeld) {

    /** @param asOf by the register's own clock */
    record Held(Coded<Part> part, Coded<Register> register, Instant asOf, List<Entry> records) {}

    record Entry(List<Field> fields) {}

    /** @param differs whether another register writes it otherwise */
    record Field(Coded<FieldName> field, Value value, boolean differs) {}

    record Nothing(Coded<Part> part, Coded<Register> register, Coded<Reason> reason) {

        static Nothing because(Reason reason, Part part, Words words) {
            return new Nothing(Coded.of(part, words), Coded.of(part.holder(), words), Coded.of(reason, words));
        }
    }

    enum Reason {
        NONE_RECORDED,
        PERSON_UNKNOWN
    }
}
