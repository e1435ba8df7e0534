package dev.qapi.gateway.audit;

import dev.qapi.gateway.crypto.Peppers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.Document;

/** What a store would hold of some processes that ran one after another, written and read as the gateway does it. */
record StoredAudit(List<Document> entries, List<Document> heads, List<Link> outside) {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00.123Z");

    static AuditStamp stamp() {
        return new AuditStamp(Peppers.number(7));
    }

    static AuditEntry entry(int number) {
        return new AuditEntry(
                new UUID(5, number).toString(),
                NOW.plusMillis(number),
                number % 3 == 0 ? "PORTAL" : "ANONYMOUS",
                null,
                number % 3 == 0 ? "asan-visa" : null,
                number % 3 == 0 ? "checking a visa application" : null,
                null,
                "%064x".formatted(number % 10),
                "/api/v1/restrictions/check",
                "FRESH",
                200,
                "request-" + number,
                "%032x".formatted(number + 1));
    }

    /** @param lengths of the processes' chains; the last one is still running */
    static StoredAudit of(Path folder, int... lengths) throws Exception {
        var chain = new AuditChain(stamp(), Clock.fixed(NOW, ZoneOffset.UTC));
        var stored = new StoredAudit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Link before = null;
        var number = 0;
        for (var process = 0; process < lengths.length; process++) {
            chain.begin(before);
            var from = number;
            number += lengths[process];
            var lines = new ArrayList<>(chain.lines(
                    IntStream.range(from, number).mapToObj(StoredAudit::entry).toList()));
            chain.areWritten();
            lines.add(chain.head(process < lengths.length - 1));
            before = stored.deliver(folder, lines);
        }
        return stored;
    }

    private Link deliver(Path folder, List<byte[]> lines) throws Exception {
        var file = Files.createTempFile(folder, "segment", ".jsonl");
        var text = new StringBuilder();
        lines.forEach(
                line -> text.append(new String(line, StandardCharsets.UTF_8)).append('\n'));
        Files.writeString(file, text);
        var segment = AuditSegment.read(file);
        entries.addAll(segment.entries());
        heads.addAll(segment.heads());
        var last = Objects.requireNonNull(segment.last());
        outside.clear();
        outside.add(last);
        return last;
    }

    StoredAudit copy() {
        return new StoredAudit(copy(entries), copy(heads), new ArrayList<>(outside));
    }

    private static List<Document> copy(List<Document> documents) {
        return new ArrayList<>(documents.stream().map(Document::new).toList());
    }

    List<Verdict> verdicts() {
        return verdicts(stamp()::isOn);
    }

    /** In the order in which the store gives them. */
    List<Verdict> verdicts(Predicate<Map<String, Object>> isGenuine) {
        var promises = new Promises(heads, outside, isGenuine);
        var chains = new ArrayList<String>(entries.stream()
                .map(entry -> String.valueOf(entry.get("chain")))
                .distinct()
                .toList());
        promises.chains().filter(chain -> !chains.contains(chain)).forEach(chains::add);
        return chains.stream()
                .map(chain -> {
                    var check = new ChainCheck(chain, promises, isGenuine);
                    entries.stream()
                            .filter(entry -> chain.equals(String.valueOf(entry.get("chain"))))
                            .sorted(Comparator.comparingLong(StoredAudit::sequence))
                            .forEach(check::see);
                    return check.verdict();
                })
                .toList();
    }

    private static long sequence(Document entry) {
        return entry.get("sequence") instanceof Number number ? number.longValue() : Long.MIN_VALUE;
    }
}
