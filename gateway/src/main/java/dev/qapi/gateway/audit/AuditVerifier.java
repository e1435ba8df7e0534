package dev.qapi.gateway.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.type;

import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads every chain in the store and says whether it is as it was written. */
@Component
class AuditVerifier {

    private static final int PAGE = 1_000;
    /** For one page; nobody waits for it but the operator. */
    private static final long PATIENCE_SECONDS = 30;

    /** @param outsideAnyChain entries without one; any that are younger than the chains were slipped in */
    record Report(long outsideAnyChain, List<Verdict> chains) {}

    private final MongoCollection<Document> collection;
    private final AuditHeads heads;
    private final AuditFolder folder;
    private final AuditStamp stamp;

    AuditVerifier(MongoDatabase database, AuditHeads heads, AuditFolder folder, AuditStamp stamp) {
        this.collection = database.getCollection("audit").withTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        this.heads = heads;
        this.folder = folder;
        this.stamp = stamp;
    }

    Mono<Report> verify() {
        return Mono.zip(
                        Mono.from(collection.countDocuments(not(type("chain", BsonType.STRING)))),
                        promises().flatMapMany(this::verify).collectList(),
                        Report::new)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** What is known outside of the store is read first: what is delivered meanwhile does no harm. */
    private Mono<Promises> promises() {
        return Mono.fromCallable(() -> Optional.ofNullable(folder.delivered().read()))
                .zipWith(
                        heads.all().collectList(),
                        (outside, stored) ->
                                new Promises(stored, outside.stream().toList(), stamp::isOn));
    }

    private Flux<Verdict> verify(Promises promises) {
        return Flux.from(collection.distinct("chain", BsonValue.class))
                .filter(BsonValue::isString)
                .map(chain -> chain.asString().getValue())
                .concatWith(Flux.fromStream(promises::chains))
                .distinct()
                .sort()
                .concatMap(chain -> verify(chain, promises));
    }

    private Mono<Verdict> verify(String chain, Promises promises) {
        return Flux.from(collection
                        .find(eq("chain", chain))
                        .sort(Sorts.ascending("sequence"))
                        .timeoutMode(TimeoutMode.ITERATION)
                        .batchSize(PAGE))
                .publishOn(Schedulers.boundedElastic(), PAGE)
                .collect(() -> new ChainCheck(chain, promises, stamp::isOn), ChainCheck::see)
                .map(ChainCheck::verdict);
    }
}
