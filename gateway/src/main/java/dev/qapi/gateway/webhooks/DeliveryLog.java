package dev.qapi.gateway.webhooks;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Webhook.Delivery;
import dev.qapi.eservice.Webhook.Outcome;
import dev.qapi.gateway.crypto.Nonce;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was sent where, when, and how that ended. */
@Component
class DeliveryLog {

    private static final int MOST = 100;

    private final MongoCollection<Document> deliveries;

    DeliveryLog(MongoDatabase database) {
        this.deliveries = database.getCollection("webhook-deliveries");
    }

    Mono<Void> note(StoredWebhook webhook, Delivery it) {
        return Mono.from(deliveries.insertOne(new Document("_id", Nonce.next())
                        .append("webhook", webhook.id())
                        .append("at", Date.from(it.at()))
                        .append("event", it.event())
                        .append("type", it.type())
                        .append("attempt", it.attempt())
                        .append("outcome", it.outcome().name())
                        .append("status", it.status())))
                .then();
    }

    Mono<List<Delivery>> of(String webhook) {
        return Flux.from(deliveries
                        .find(eq("webhook", webhook))
                        .sort(Sorts.descending("at"))
                        .limit(MOST))
                .map(DeliveryLog::delivery)
                .collectList();
    }

    private static Delivery delivery(Document stored) {
        return new Delivery(
                stored.getDate("at").toInstant(),
                stored.getString("event"),
                stored.getString("type"),
                stored.getInteger("attempt"),
                Outcome.valueOf(stored.getString("outcome")),
                stored.getInteger("status"));
    }

    Mono<Void> forget(Instant before) {
        return Mono.from(deliveries.deleteMany(lt("at", Date.from(before)))).then();
    }

    Mono<String> index() {
        var patient = deliveries.withTimeout(30, TimeUnit.SECONDS);
        return Mono.from(patient.createIndex(Indexes.ascending("webhook", "at")));
    }
}
