package dev.qapi.gateway.limits;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Lock-outs in Mongo: a keyed hash of the target, and when all of its allowance will be there again. */
@Component
class LockOutStore {

    private static final String UNTIL = "until";
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MongoCollection<Document> collection;

    LockOutStore(MongoDatabase database) {
        this.collection = database.getCollection("lock-outs");
    }

    /** Never back: of two that are told the later one counts. */
    Mono<Void> put(String name, Instant until) {
        return Mono.from(collection.updateOne(
                        eq(name), Updates.max(UNTIL, Date.from(until)), new UpdateOptions().upsert(true)))
                .then();
    }

    Flux<Map.Entry<String, Instant>> endingAfter(Instant moment) {
        return Flux.from(collection.find(gt(UNTIL, Date.from(moment))))
                .map(lock ->
                        Map.entry(lock.getString("_id"), lock.getDate(UNTIL).toInstant()));
    }

    Mono<Void> forgetThoseOverAt(Instant moment) {
        return Mono.from(collection.deleteMany(lte(UNTIL, Date.from(moment)))).then();
    }

    /** As often as it takes. */
    Mono<Void> index() {
        return Mono.from(collection.createIndex(Indexes.ascending(UNTIL)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                .then();
    }
}
