package dev.qapi.gateway.stores;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import dev.qapi.gateway.start.CannotStart;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class EmbeddedMongoTests {

    private static final String NOTES = "databases.qapi.notes";
    private static final int HALF = 450;

    @BeforeAll
    static void quietly() {
        Quiet.please();
    }

    @TempDir
    Path data;

    @Test
    void keepsDocumentsAndUniquenessOverARestart() {
        try (var mongo = EmbeddedMongo.in(data);
                var client = client(mongo)) {
            var notes = notes(client);
            Mono.from(notes.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true)))
                    .block();
            insert(notes, "first");
        }
        try (var mongo = EmbeddedMongo.in(data);
                var client = client(mongo)) {
            assertThat(Mono.from(notes(client).countDocuments()).block()).isEqualTo(1);
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> insert(notes(client), "first"))
                    .matches(e -> e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY);
        }
    }

    @Test
    void answersTheGreetingOfBootsHealthCheck() {
        try (var mongo = EmbeddedMongo.in(data);
                var client = client(mongo)) {
            assertThat(Mono.from(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                            .block())
                    .containsKey("maxWireVersion");
        }
    }

    @Test
    void aSecondGatewayOnTheSameFolderReadsOneSentence() throws Exception {
        try (var first = ForkedJvm.running(StandaloneMongo.class, data)) {
            first.heard();
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> EmbeddedMongo.in(data))
                    .withMessageStartingWith("Another gateway is using the data folder " + data);
        }
    }

    @Test
    void keepsWhatItAcknowledgedBeforeItsJvmWasKilled() throws Exception {
        var acknowledged = ConcurrentHashMap.<Integer>newKeySet();
        try (var jvm = ForkedJvm.running(StandaloneMongo.class, data);
                var client = MongoClients.create(jvm.heard() + "?retryWrites=false")) {
            Flux.range(0, Integer.MAX_VALUE)
                    .takeWhile(id -> jvm.process().isAlive())
                    .flatMap(
                            id -> Mono.from(notes(client).insertOne(new Document("_id", id)))
                                    .doOnSuccess(done -> acknowledged.add(id))
                                    .doOnSuccess(done -> killAfter(1000, acknowledged.size(), jvm))
                                    .onErrorComplete(),
                            8)
                    .blockLast();
        }
        try (var mongo = EmbeddedMongo.in(data);
                var client = client(mongo)) {
            var kept = Flux.from(notes(client).find())
                    .map(note -> note.getInteger("_id"))
                    .collect(toSet());
            assertThat(kept.block()).hasSizeGreaterThanOrEqualTo(1000).containsAll(acknowledged);
        }
    }

    @Test
    void keepsNothingOfAMessageInWhoseMiddleItsJvmEnds() throws Exception {
        try (var jvm = ForkedJvm.running(EndsHalfway.class, data);
                var client = MongoClients.create(jvm.heard() + "?retryWrites=false")) {
            var beside = Flux.range(0, Integer.MAX_VALUE)
                    .concatMap(id ->
                            client.getDatabase("qapi").getCollection("others").insertOne(new Document("_id", id)))
                    .onErrorComplete()
                    .subscribe();
            var whole = IntStream.range(0, 2 * HALF)
                    .mapToObj(id -> new Document("_id", id).append("text", "x".repeat(10_000)))
                    .toList();
            assertThatException()
                    .isThrownBy(() -> Mono.from(notes(client).insertMany(whole)).block());
            jvm.process().waitFor();
            beside.dispose();
        }
        try (var mongo = EmbeddedMongo.in(data);
                var client = client(mongo)) {
            assertThat(Mono.from(notes(client).countDocuments()).block()).isZero();
        }
    }

    private static void killAfter(int enough, int acknowledged, ForkedJvm jvm) {
        if (acknowledged == enough) {
            jvm.process().destroyForcibly();
        }
    }

    private static MongoClient client(EmbeddedMongo mongo) {
        return MongoClients.create(mongo.uri());
    }

    private static MongoCollection<Document> notes(MongoClient client) {
        return client.getDatabase("qapi").getCollection("notes");
    }

    private static void insert(MongoCollection<Document> notes, String key) {
        Mono.from(notes.insertOne(new Document("key", key))).block();
    }

    /** Ends as soon as half of the notes are in its memory. */
    static class EndsHalfway {
        public static void main(String[] folder) throws Exception {
            Quiet.please();
            var file = Files.createDirectories(Path.of(folder[0], "mongo")).resolve("qapi.mv");
            var backend = new CommittingBackend(file.toString());
            var server = new MongoServer(backend);
            server.bind(new InetSocketAddress("127.0.0.1", 0));
            Thread.ofPlatform().start(() -> {
                var store = backend.getMvStore();
                while (!store.hasMap(NOTES) || store.openMap(NOTES).sizeAsLong() < HALF) {
                    Thread.onSpinWait();
                }
                Runtime.getRuntime().halt(1);
            });
            ForkedJvm.say(server.getConnectionString() + "/qapi");
        }
    }

    static class StandaloneMongo {
        public static void main(String[] folder) throws Exception {
            ForkedJvm.say(EmbeddedMongo.in(Path.of(folder[0])).uri());
        }
    }
}
