package dev.qapi.services.labourforecasts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;

/** A unit group of ISCO-08, by which the quota counts occupations. */
record Occupation(@JsonValue String code) {

    private static final String UNIT_GROUP = "[0-9]{4}";

    /** @throws Malformed if it has not four digits */
    @JsonCreator
    static Occupation of(String written) {
        if (!written.matches(UNIT_GROUP)) {
            throw new Malformed(Rule.SHAPE);
        }
        return new Occupation(written);
    }
}
