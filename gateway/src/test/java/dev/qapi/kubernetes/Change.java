package dev.qapi.kubernetes;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One place of a manifest, otherwise. */
final class Change {

    private Change() {}

    /** @param value in JSON; null to have nothing there */
    static void of(Manifest manifest, String pointer, @Nullable String value) {
        var place = JsonPointer.compile(pointer);
        var last = place.last();
        var there = value == null ? null : JsonMapper.shared().readTree(value);
        var around = manifest.json().at(place.head());
        if (around instanceof ArrayNode array) {
            if (there == null) {
                array.remove(last.getMatchingIndex());
            } else {
                array.set(last.getMatchingIndex(), there);
            }
        } else if (there == null) {
            ((ObjectNode) around).remove(last.getMatchingProperty());
        } else {
            ((ObjectNode) around).set(last.getMatchingProperty(), there);
        }
    }
}
