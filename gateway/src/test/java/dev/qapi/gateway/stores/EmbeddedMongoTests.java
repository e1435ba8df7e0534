package dev.qapi.gateway.stores;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.qapi.gateway.start.CannotStart;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class EmbeddedMongoTests {

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
                var client = MongoClients.create(jvm.heard())) {
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

    static class StandaloneMongo {
        public static void main(String[] folder) throws Exception {
            ForkedJvm.say(EmbeddedMongo.in(Path.of(folder[0])).uri());
        }
    }
}
