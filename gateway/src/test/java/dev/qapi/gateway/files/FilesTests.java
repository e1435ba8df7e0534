package dev.qapi.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Objection;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.Malformed.Rule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A file is sealed while it streams in, belongs to one filing, and does not outlive a day without one. */
class FilesTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static OwnMongo mongo;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final Set<String> stored = new HashSet<>();
    private MongoDatabase database;
    private FileStore store;
    private StoredFiles files;

    @BeforeAll
    static void open() throws Exception {
        mongo = new OwnMongo(folder);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .build());
    }

    @AfterAll
    static void close() throws Exception {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void newStore() {
        database = client.getDatabase("test" + UUID.randomUUID().toString().substring(0, 8));
        store = new FileStore(database);
        files = FilesOn.of(database, clock);
    }

    private static byte[] png(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(HexFormat.of().parseHex("89504e470d0a1a0a"), 0, bytes, 0, Math.min(size, 8));
        return bytes;
    }

    /** As it comes over a network: in buffers of some size that has nothing to do with pieces. */
    private Mono<Attached> send(byte[] bytes, int buffer) {
        var buffers = Flux.range(0, Math.ceilDiv(bytes.length, buffer))
                .map(at -> Arrays.copyOfRange(bytes, at * buffer, Math.min(bytes.length, (at + 1) * buffer)))
                .map(part -> DefaultDataBufferFactory.sharedInstance.wrap(part));
        return new Uploads(new FileNames(Peppers.any()), store, FilesOn.PROPERTIES, clock)
                .store(buffers.cast(DataBuffer.class), -1);
    }

    private Attached sent(byte[] bytes) {
        return send(bytes, 7000).blockOptional(SOON).orElseThrow();
    }

    private byte[] read(Attached file) {
        return files.content(file)
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                .map(ByteArrayOutputStream::toByteArray)
                .blockOptional(SOON)
                .orElseThrow();
    }

    private List<Attached> named(Attached file) {
        return files.named(FileIds.of(List.of(file.id()))).blockOptional(SOON).orElseThrow();
    }

    private void take(Attached file, String filing) {
        files.take(List.of(file), filing).block(SOON);
    }

    private void sweep() {
        new Sweep(store, filing -> Mono.just(stored.contains(filing)), FilesOn.PROPERTIES, clock)
                .sweep()
                .block(SOON);
    }

    private List<Document> documents(String collection) {
        return Flux.from(database.getCollection(collection).find())
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, Pieces.SIZE - 1, Pieces.SIZE, Pieces.SIZE + 1, 600_000})
    void whatWasSentIsReadToTheLastByte(int size) throws Exception {
        var bytes = png(size);
        var file = sent(bytes);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(file).isEqualTo(new Attached(file.id(), Attached.Type.PNG, size, "sha-256:" + hash));
        assertThat(named(file)).containsExactly(file);
        assertThat(read(file)).isEqualTo(bytes);
    }

    @Test
    void theStoreHoldsNeitherBytesNorIdNorHash() {
        var text = "%PDF-1.7 Kemal Yıldız, U31207845".repeat(3000).getBytes(StandardCharsets.UTF_8);
        var file = sent(text);
        var all = (documents("files") + " "
                + documents("filePieces").stream()
                        .map(piece ->
                                new String(piece.get("data", Binary.class).getData(), StandardCharsets.ISO_8859_1))
                        .toList());
        assertThat(documents("filePieces")).hasSize(1);
        assertThat(all)
                .doesNotContain(
                        "U31207845", "%PDF", file.id().reveal(), file.hash().substring(8));
    }

    @Test
    void piecesCannotChangePlaces() {
        var file = sent(png(2 * Pieces.SIZE));
        var pieces = documents("filePieces");
        var collection = database.getCollection("filePieces");
        for (var at = 0; at < 2; at++) {
            Mono.from(collection.updateOne(
                            Filters.eq("_id", pieces.get(at).getString("_id")),
                            Updates.set("data", pieces.get(1 - at).get("data"))))
                    .block(SOON);
        }
        assertThatThrownBy(() -> read(file)).hasMessage("a file was changed");
    }

    private static void isRefused(Mono<Attached> sending, Rule rule) {
        assertThatThrownBy(() -> sending.block(SOON))
                .isInstanceOfSatisfying(
                        Objection.class,
                        objection -> assertThat(objection.rule()).isEqualTo(rule));
    }

    @Test
    void whatIsEmptyTooLargeOrOfAnotherTypeIsRefused() {
        isRefused(send(new byte[0], 100), Rule.FILE_SIZE);
        isRefused(send(png(600 * 1024 + 1), 9000), Rule.FILE_SIZE);
        isRefused(send("<html>".getBytes(StandardCharsets.UTF_8), 100), Rule.FILE_TYPE);
        assertThat(sent(png(600 * 1024)).size()).isEqualTo(600 * 1024);
    }

    @Test
    void ofOneThatIsTooLargeNoMoreIsReadThanIsAllowed() {
        var read = new AtomicInteger();
        var endless = Flux.<DataBuffer>generate(sink -> {
            read.addAndGet(10_000);
            sink.next(DefaultDataBufferFactory.sharedInstance.wrap(png(10_000)));
        });
        isRefused(
                new Uploads(new FileNames(Peppers.any()), store, FilesOn.PROPERTIES, clock).store(endless, -1),
                Rule.FILE_SIZE);
        assertThat(read.get()).isLessThan(2 * 600 * 1024);
    }

    @Test
    void aFileIsOfOneFilingOnly() {
        var file = sent(png(100));
        var other = sent(png(200));
        take(file, "first");
        take(file, "first");
        assertThatThrownBy(() -> files.take(List.of(other, file), "second").block(SOON))
                .isInstanceOf(Objection.class);
        take(other, "third"); // what the second could not have with it is free again
    }

    @Test
    void whatNobodyFilesWithIsGoneAfterADay() {
        var unused = sent(png(100));
        var lost = sent(png(200));
        var used = sent(png(2 * Pieces.SIZE));
        take(lost, "never stored");
        take(used, "stored");
        stored.add("stored");
        clock.goOn(Duration.ofHours(23));
        sweep();
        assertThat(named(unused)).hasSize(1);
        clock.goOn(Duration.ofHours(2));
        assertThatThrownBy(() -> take(unused, "late")).isInstanceOf(Objection.class);
        sweep();
        sweep();
        assertThatThrownBy(() -> named(unused)).isInstanceOf(Objection.class);
        assertThatThrownBy(() -> named(lost)).isInstanceOf(Objection.class);
        assertThat(read(used)).isEqualTo(png(2 * Pieces.SIZE));
        assertThat(documents("filePieces")).hasSize(2);
    }
}
