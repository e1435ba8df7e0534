package dev.qapi.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.OwnGateway;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditShipperTests {

    @TempDir
    static Path data;

    private static OwnGateway gateway;
    private static String left;

    /** A gateway finds what a killed one has left open. */
    @BeforeAll
    static void start() throws Exception {
        left = UUID.randomUUID().toString();
        var folder = Files.createDirectories(data.resolve("audit"));
        Files.writeString(folder.resolve("0000000000000000001-000000.open"), line(left) + "\n{\"id\":\"ha");
        gateway = OwnGateway.on(data);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String line(String id) {
        return "{\"id\":\"%s\",\"at\":\"2026-11-23T06:00:00Z\",\"requestId\":\"%s\"}".formatted(id, id);
    }

    private static void closed(String name, byte[] content) throws Exception {
        var hidden = data.resolve("audit").resolve(name + ".tmp");
        Files.write(hidden, content);
        Files.move(hidden, data.resolve("audit").resolve(name + ".jsonl"));
    }

    private static void closed(String name, String... lines) throws Exception {
        closed(name, (String.join("\n", lines) + "\n").getBytes());
    }

    private static boolean isThere(String id) {
        return gateway.audit().stream().anyMatch(entry -> id.equals(entry.get("_id")));
    }

    private static double count(String meter) {
        return gateway.bean(MeterRegistry.class).counter(meter).count();
    }

    @Test
    void whatAKilledGatewayLeftIsDeliveredExceptTheHalfLine() {
        await().until(() -> isThere(left));
        await().until(() -> count("qapi.audit.torn") >= 1);
        assertThat(data.resolve("audit/0000000000000000001-000000.torn")).exists();
    }

    @Test
    void noPoisonedLineStopsAnother() throws Exception {
        var first = UUID.randomUUID().toString();
        var second = UUID.randomUUID().toString();
        var before = count("qapi.audit.torn");
        closed(
                "1-0",
                line(first),
                "{}",
                "7",
                "null",
                "{\"id\":1}",
                "{\"id\":\"x\",\"at\":\"soon\"}",
                "\0\0",
                line(second));
        closed("1-1", new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        var third = UUID.randomUUID().toString();
        closed("1-2", line(third));
        await().until(() -> isThere(first) && isThere(second) && isThere(third));
        await().until(() -> count("qapi.audit.torn") == before + 7);
        assertThat(data.resolve("audit/1-0.torn")).exists();
        assertThat(data.resolve("audit/1-1.torn")).exists();
    }

    @Test
    void aSegmentThatMongoRefusesForEverBlocksNoOther() throws Exception {
        var large = "x".repeat(17 * 1024 * 1024);
        var stuck = UUID.randomUUID().toString();
        closed("2-0", line(stuck).replace("}", ",\"more\":\"" + large + "\"}"));
        var other = UUID.randomUUID().toString();
        closed("2-1", line(other));
        await().ignoreExceptions()
                .until(() -> isThere(other)); // the store is busy with so much, and so may be its connections
        Files.deleteIfExists(data.resolve("audit/2-0.jsonl"));
    }

    @Test
    void anEntryThatIsThereAlreadyStaysOne() throws Exception {
        var id = UUID.randomUUID().toString();
        closed("3-0", line(id), line(id));
        closed("3-1", line(id), line(UUID.randomUUID().toString()));
        await().until(() -> Files.notExists(data.resolve("audit/3-1.jsonl")));
        assertThat(gateway.audit())
                .filteredOn(entry -> id.equals(entry.get("_id")))
                .hasSize(1);
        assertThat(gateway.audit().stream().map(Document::toJson)).allMatch(json -> !json.contains("\"id\""));
    }

    @Test
    void aLargeSegmentIsDeliveredInParts() throws Exception {
        var ids = IntStream.range(0, 3_000)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        closed("4-0", ids.stream().map(AuditShipperTests::line).toArray(String[]::new));
        await().until(() -> Files.notExists(data.resolve("audit/4-0.jsonl")));
        assertThat(gateway.audit().stream().map(entry -> entry.get("_id"))).containsAll(ids);
    }
}
