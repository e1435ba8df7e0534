package dev.qapi.mock.faults;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure that is on, told to people.
 *
 * @param fault its number, variant and name
 * @param whom register, system and operation, {@code *} for any
 */
public record Live(String fault, String whom) {

    static Live of(Entry entry) {
        var choice = entry.injection().choice();
        var target = entry.injection().target();
        var variant = choice.variant().isEmpty() ? "" : " (" + choice.variant() + ')';
        var whom = Stream.of(target.register(), target.system(), target.operation())
                .map(part -> Objects.requireNonNullElse(part, "*"))
                .collect(Collectors.joining("/"));
        return new Live(choice.fault() + ": " + choice.fault().words() + variant, whom);
    }
}
