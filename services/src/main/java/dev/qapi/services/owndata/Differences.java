package dev.qapi.services.owndata;

import dev.qapi.services.owndata.Fields.Value;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several registers hold and do not write alike, to the letter: a machine that compares them will trip over it. */
final class Differences {

    /** All else is held by one register only. */
    private static final Set<FieldName> COMPARED = Set.of(FieldName.SURNAME, FieldName.GIVEN, FieldName.BIRTH_DATE);

    private final Map<FieldName, Set<Value>> written = new EnumMap<>(FieldName.class);

    void see(Map<FieldName, Value> entry) {
        entry.forEach((name, value) -> {
            if (COMPARED.contains(name)) {
                written.computeIfAbsent(name, _ -> new HashSet<>()).add(value);
            }
        });
    }

    boolean isIn(FieldName name) {
        return written.getOrDefault(name, Set.of()).size() > 1;
    }

    List<FieldName> all() {
        return written.keySet().stream().filter(this::isIn).toList();
    }
}
