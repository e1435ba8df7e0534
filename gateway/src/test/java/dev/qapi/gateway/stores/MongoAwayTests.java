package dev.qapi.gateway.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.connection.AsyncTransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.internal.MongoClientImpl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MongoAwayTests {

    /** One second, and what a busy machine adds. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @TempDir
    Path data;

    @Test
    void theStartNeitherFailsNorWaitsAndAWriteFailsWithinASecond() {
        Contexts.mongo(Map.of("spring.mongodb.uri", "mongodb://127.0.0.1:1/qapi"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(failure(context.getBean(MongoDatabase.class))).isLessThan(PATIENCE);
                });
    }

    @Test
    void aStoppedOneFailsWithinASecondAndIsFoundOnceContinued() throws Exception {
        try (var jvm = ForkedJvm.running(EmbeddedMongoTests.StandaloneMongo.class, data)) {
            Contexts.mongo(Map.of("spring.mongodb.uri", jvm.heard())).run(context -> {
                var database = context.getBean(MongoDatabase.class);
                await().ignoreExceptions().until(() -> insert(database).block() != null);
                Signal.STOP.to(jvm.process().pid());
                await().untilAsserted(() -> assertThat(failure(database)).isLessThan(PATIENCE));
                Signal.CONT.to(jvm.process().pid());
                await().atMost(Duration.ofSeconds(5))
                        .ignoreExceptions()
                        .until(() -> insert(database).block() != null);
            });
        }
    }

    @Test
    void whatTheUriSaysWins() {
        var uri = "mongodb://127.0.0.1:1/other?timeoutMS=2500&w=1&maxPoolSize=7";
        Contexts.mongo(Map.of("spring.mongodb.uri", uri)).run(context -> {
            assertThat(context.getBean(MongoDatabase.class).getName()).isEqualTo("other");
            var database = context.getBean(MongoDatabase.class);
            assertThat(database.getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(2500);
            assertThat(database.getWriteConcern().getWObject()).isEqualTo(1);
        });
    }

    @Test
    void itsBuffersAreNotThoseThatTheServerReadsQuestionsInto() {
        Contexts.mongo(Map.of("spring.mongodb.uri", "mongodb://127.0.0.1:1/qapi"))
                .run(context -> assertThat(((MongoClientImpl) context.getBean(MongoClient.class))
                                .getSettings()
                                .getTransportSettings())
                        .isInstanceOf(AsyncTransportSettings.class));
    }

    private static Mono<?> insert(MongoDatabase database) {
        return Mono.from(database.getCollection("notes").insertOne(new Document()));
    }

    private static Duration failure(MongoDatabase database) {
        return StepVerifier.create(insert(database))
                .expectError(MongoException.class)
                .verify(Duration.ofSeconds(5));
    }
}
