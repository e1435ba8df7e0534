package dev.qapi.gateway.filing;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Attempt;
import dev.qapi.gateway.crypto.Pepper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What lies in the store, for whoever knows the gateways' secret. */
public final class StoredBook {

    /**
     * @param attempts how often it was handed in
     * @param registered under which number the register has it, null if it does not
     */
    public record Entry(
            String id,
            String number,
            String state,
            int attempts,
            @Nullable String registered) {}

    private final FilingNames names;
    private final FilingStore store;

    public StoredBook(MongoDatabase database, Pepper pepper) {
        this.names = new FilingNames(pepper);
        this.store = new FilingStore(database);
    }

    /** Under which id an anonymous attempt is stored. */
    public String id(String eservice, String key) {
        return names.id(eservice, new Attempt("nobody", key, () -> {}));
    }

    public boolean isNoneWaiting() {
        return Mono.from(store.waiting().countDocuments())
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow()
                .equals(0L);
    }

    public List<Entry> waiting() {
        return all(store.waiting());
    }

    public List<Entry> ended() {
        return all(store.ended());
    }

    private List<Entry> all(MongoCollection<Document> place) {
        return Flux.from(place.find())
                .map(StoredFiling::of)
                .map(it -> new Entry(it.id(), it.number(), it.state().name(), it.attempts(), registered(it)))
                .collectList()
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow();
    }

    private @Nullable String registered(StoredFiling filing) {
        var reply = filing.reply();
        return reply == null
                ? null
                : String.valueOf(FilingJson.REPLY
                        .readValue(names.reply(filing.id()).open(reply).orElseThrow(), Map.class)
                        .get("number"));
    }
}
