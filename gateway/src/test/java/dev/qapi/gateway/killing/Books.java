package dev.qapi.gateway.killing;

import static java.util.stream.Collectors.groupingBy;

import dev.qapi.gateway.filing.StoredBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The clients' book, the store's and the register's beside each other. */
record Books(Map<String, StoredBook.Entry> stored, Map<String, List<JsonNode>> done, List<String> flaws) {

    static Books of(Ledger ledger, StoredBook store, Path deeds) throws IOException {
        var books = new Books(
                store.ended().stream().collect(Collectors.toMap(StoredBook.Entry::id, Function.identity())),
                deeds(deeds),
                new ArrayList<>(ledger.surprises()));
        store.waiting().forEach(left -> books.flaws.add("still waiting: " + left));
        books.compareClients(ledger, store);
        books.compareRegister();
        return books;
    }

    /** By the reference under which they were asked for. */
    private static Map<String, List<JsonNode>> deeds(Path file) throws IOException {
        var mapper = new JsonMapper();
        return Files.readAllLines(file).stream()
                .map(mapper::readTree)
                .collect(groupingBy(it -> it.path("reference").asString()));
    }

    private void compareClients(Ledger ledger, StoredBook store) {
        var known = new HashSet<String>();
        ledger.receipts().forEach((key, number) -> {
            var id = store.id("letters", key);
            known.add(id);
            var entry = stored.get(id);
            if (entry == null) {
                flaws.add("lost: " + number);
            } else if (!entry.number().equals(number)) {
                flaws.add("receipted as " + number + " and stored as " + entry);
            }
        });
        ledger.doubted().forEach(key -> known.add(store.id("letters", key)));
        stored.values().stream()
                .filter(entry -> !known.contains(entry.id()))
                .forEach(entry -> flaws.add("nobody's: " + entry));
    }

    private void compareRegister() {
        stored.values().forEach(entry -> {
            var deeds = done.getOrDefault(entry.number(), List.of());
            if (!entry.state().equals("DELIVERED")) {
                flaws.add("not delivered: " + entry);
            } else if (deeds.size() != 1) {
                flaws.add("done " + deeds.size() + " times: " + entry);
            } else if (!deeds.getFirst().path("number").asString().equals(entry.registered())) {
                flaws.add("done as " + deeds.getFirst() + " and stored as " + entry);
            }
        });
        var numbers = stored.values().stream().map(StoredBook.Entry::number).collect(Collectors.toSet());
        done.forEach((reference, deeds) -> {
            if (!numbers.contains(reference)) {
                flaws.add("done and not stored: " + deeds);
            }
            // the register knows a letter again by its sender and words, whatever its reference
            if (deeds.stream().anyMatch(deed -> deed.hasNonNull("duplicateOf"))) {
                flaws.add("done under two references: " + deeds);
            }
        });
    }
}
