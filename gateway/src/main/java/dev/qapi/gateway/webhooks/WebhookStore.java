package dev.qapi.gateway.webhooks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Webhook.State;
import dev.qapi.gateway.dispatch.Rounds;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where webhooks lie. */
@Component
class WebhookStore {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> webhooks;

    WebhookStore(MongoDatabase database) {
        this.webhooks = database.getCollection("webhooks").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    MongoCollection<Document> all() {
        return webhooks;
    }

    /** Empty if one with its id is there already. */
    Mono<StoredWebhook> insert(StoredWebhook webhook) {
        return Mono.from(webhooks.insertOne(webhook.toDocument()))
                .thenReturn(webhook)
                .onErrorResume(WebhookStore::isThere, _ -> Mono.empty());
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    Mono<StoredWebhook> find(String owner, String id) {
        return Mono.from(webhooks.find(mine(owner, id)).first()).map(StoredWebhook::of);
    }

    Mono<List<StoredWebhook>> of(String owner) {
        return Flux.from(webhooks.find(eq("owner", owner)).sort(Sorts.ascending("added", "_id")))
                .map(StoredWebhook::of)
                .collectList();
    }

    Mono<StoredWebhook> remove(String owner, String id) {
        return Mono.from(webhooks.findOneAndDelete(mine(owner, id))).map(StoredWebhook::of);
    }

    /** From now on it is sent what it was not sent yet; whoever is sending to it just now has lost it. */
    Mono<StoredWebhook> activate(String owner, String id, Instant now) {
        return change(
                owner,
                id,
                Updates.combine(
                        Updates.set("state", State.ACTIVE.name()), Updates.set("since", Date.from(now)), again(now)));
    }

    /** From now on it is sent what is behind that place. */
    Mono<StoredWebhook> rewind(String owner, String id, long place, Instant now) {
        return change(owner, id, Updates.combine(Updates.min("place", place), again(now)));
    }

    private static Bson again(Instant now) {
        return Updates.combine(
                Updates.set(Rounds.DUE, Date.from(now)),
                Updates.set("failures", 0),
                Updates.unset("failing"),
                Updates.unset("lease"));
    }

    private Mono<StoredWebhook> change(String owner, String id, Bson update) {
        return Mono.from(webhooks.findOneAndUpdate(mine(owner, id), update, AFTER))
                .map(StoredWebhook::of);
    }

    private static Bson mine(String owner, String id) {
        return and(eq("_id", id), eq("owner", owner));
    }
}
