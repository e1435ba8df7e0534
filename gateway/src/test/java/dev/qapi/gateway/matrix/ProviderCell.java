package dev.qapi.gateway.matrix;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One cell of what befalls the issuer.
 *
 * @param isKnown whether its keys are known when it happens
 */
record ProviderCell(ProviderFault fault, Entry entry, boolean isKnown) {

    static List<ProviderCell> all() {
        return ProviderFaults.all().stream()
                .flatMap(fault -> Stream.concat(of(fault, fault.known(), true), of(fault, fault.unknown(), false)))
                .toList();
    }

    static Stream<ProviderCell> of(ProviderFault fault, Map<Entry, Admission> entries, boolean isKnown) {
        return Stream.of(Entry.values())
                .filter(entries::containsKey)
                .map(entry -> new ProviderCell(fault, entry, isKnown));
    }

    Admission expected() {
        return Objects.requireNonNull((isKnown ? fault.known() : fault.unknown()).get(entry));
    }

    String state() {
        return isKnown ? "keys known" : "keys unknown";
    }

    @Override
    public String toString() {
        return fault + " x " + entry + " x " + state();
    }
}
