package dev.qapi.gateway.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Where entries arrive in the end. */
@Component
class AuditStore {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;

    AuditStore(MongoDatabase database) {
        this.collection = database.getCollection("audit");
    }

    /** Those that are there already are passed over. */
    Mono<Void> add(List<Document> entries) {
        return Mono.from(collection.insertMany(entries, new InsertManyOptions().ordered(false)))
                .onErrorComplete(AuditStore::wereThereAlready)
                .then();
    }

    private static boolean wereThereAlready(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(e -> e.getCode() == DUPLICATE_KEY);
    }

    /** What a person asks is found by subject, what the verifier reads by chain; as often as it takes. */
    Mono<String> index() {
        return Mono.from(collection.createIndex(Indexes.ascending("subject", "at")))
                .then(Mono.from(collection.createIndex(Indexes.ascending("chain", "sequence"))))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE));
    }
}
