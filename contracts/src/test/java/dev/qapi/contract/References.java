package dev.qapi.contract;

import java.util.stream.Stream;

/** Follows a {@code $ref}, also one into another file. */
final class References {

    private References() {}

    /** What it points to, a missing node if that is not there. */
    static Node target(Contract contract, String reference) {
        var parts = reference.split("#", 2);
        var place = parts[0].isEmpty() ? contract.root() : file(parts[0]);
        for (var step : parts[1].substring(1).split("/", -1)) {
            place = place.get(step.replace("~1", "/").replace("~0", "~"));
        }
        return place;
    }

    private static Node file(String path) {
        return Stream.concat(
                        Contract.all().stream().filter(it -> path.equals("../" + it.id() + ".yaml")),
                        Contract.registers().stream().filter(it -> path.equals(it.id() + ".yaml")))
                .map(Contract::root)
                .findFirst()
                .orElse(new Node(null));
    }
}
