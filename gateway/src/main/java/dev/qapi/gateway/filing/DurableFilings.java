package dev.qapi.gateway.filing;

import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Filings;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Registration;
import dev.qapi.eservice.Sources;
import dev.qapi.gateway.files.StoredFiles;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an e-service declares becomes a place to file at and a desk to deliver to. */
@Component
class DurableFilings implements Filings {

    private final Sources sources;
    private final FilingNames names;
    private final Receipts receipts;
    private final FilingStore store;
    private final StoredFiles files;
    private final Outbox outbox;
    private final FilingProperties properties;
    private final Clock clock;

    DurableFilings(
            Sources sources,
            FilingNames names,
            Receipts receipts,
            FilingStore store,
            StoredFiles files,
            Outbox outbox,
            FilingProperties properties,
            Clock clock) {
        this.sources = sources;
        this.names = names;
        this.receipts = receipts;
        this.store = store;
        this.files = files;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public <I extends Inquiry, R extends Registration<I>> Filing<I, R> of(
            String eservice,
            Register register,
            Class<I> payload,
            Class<R> reply,
            Function<Delivery<I>, Mono<ResponseEntity<R>>> call) {
        var kept = new Kept<>(names, receipts, payload, reply);
        outbox.add(eservice, new RegisterDesk<>(names, kept, sources.of(register, reply, Policy.NEVER_KEPT, call)));
        return new DurableFiling<>(eservice, kept, names, store, files, outbox, properties.durable(), clock);
    }
}
