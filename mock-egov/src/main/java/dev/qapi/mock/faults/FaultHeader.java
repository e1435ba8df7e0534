package dev.qapi.mock.faults;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code Qapi-Fault: F14:null@VMMS/EHIS/applications, F05} asks for faults of the one call that carries it. */
final class FaultHeader {

    static final String NAME = "Qapi-Fault";

    private FaultHeader() {}

    /**
     * @param value null if there is no such header
     * @throws BadInjection if it cannot be played
     */
    static List<Injection> parse(@Nullable String value) {
        return value == null
                ? List.of()
                : Stream.of(value.split(",", -1)).map(FaultHeader::one).toList();
    }

    private static Injection one(String text) {
        var parts = text.strip().split("@", 2);
        var choice = Choice.parse(parts[0]);
        if (choice.fault().level().isOfSystemsOnly()) {
            throw new BadInjection("fault", choice.fault() + " hits a whole system, not a call.");
        }
        return Injection.of(choice, parts.length > 1 ? Target.parse(parts[1]) : Target.ANY, null, null, null);
    }
}
