package dev.qapi.mock.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the admin API tells. */
final class Listing {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Listing() {}

    static ObjectNode of(List<Entry> live) {
        var listing = JSON.objectNode();
        var catalogue = listing.putArray("catalogue");
        for (var fault : Fault.values()) {
            var told = catalogue.addObject().put("fault", fault.name()).put("words", fault.words());
            told.put("level", fault.level().name());
            fault.variants().forEach(told.putArray("variants")::add);
        }
        var entries = listing.putArray("live");
        live.forEach(entry -> entries.add(of(entry)));
        return listing;
    }

    static ObjectNode of(Entry entry) {
        var injection = entry.injection();
        var target = injection.target();
        var told = JSON.objectNode()
                .put("id", entry.id())
                .put("fault", injection.choice().fault().name())
                .put("variant", injection.choice().variant())
                .put("register", target.register())
                .put("system", target.system())
                .put("operation", target.operation())
                .put("share", injection.share());
        return told.put("ends", entry.ends() == null ? null : entry.ends().toString())
                .put(
                        "window",
                        injection.window() == null ? null : injection.window().toString());
    }

    static ObjectNode of(Latency latency) {
        var listing = JSON.objectNode().put("on", latency.isOn());
        var registers = listing.putObject("registers");
        latency.shapes()
                .forEach((register, shape) -> registers
                        .putObject(register)
                        .put("median", shape.median())
                        .put("sigma", shape.sigma())
                        .put("tail", shape.tail())
                        .put("factor", shape.factor()));
        return listing;
    }

    static ObjectNode error(String field, @Nullable String message) {
        return JSON.objectNode().put("field", field).put("message", message);
    }
}
