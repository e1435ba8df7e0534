package dev.qapi.gateway.filing;

import dev.qapi.gateway.json.StrictJson;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** How what was filed, and what a register said of it, are kept: the same value is always the same bytes. */
final class FilingJson {

    /** As RFC 8785 wants it, for payloads of texts, whole numbers, lists and records: sorted, without spaces, UTF-8. */
    static final JsonMapper PAYLOAD = StrictJson.forPeople()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    static final JsonMapper REPLY = StrictJson.forRegisters();

    private FilingJson() {}
}
