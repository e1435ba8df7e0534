package dev.qapi.gateway.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far each chain goes, one document each, in the store. */
@Component
class AuditHeads {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;

    AuditHeads(MongoDatabase database) {
        this.collection = database.getCollection("audit-heads");
    }

    /** Never back: a segment that is delivered late leaves a later head as it is. */
    Mono<Void> advance(Document head) {
        var older = and(eq("_id", head.get("_id")), lte("at", head.get("at")));
        return Mono.from(collection.replaceOne(older, head, new ReplaceOptions().upsert(true)))
                .onErrorComplete(AuditHeads::isLaterThere)
                .then();
    }

    private static boolean isLaterThere(Throwable error) {
        return error instanceof MongoWriteException refused
                && refused.getError().getCode() == DUPLICATE_KEY;
    }

    /** As they are stored, proved or not. */
    Flux<Document> all() {
        return Flux.from(collection.find());
    }
}
