package dev.qapi.gateway.filing;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Registration;
import dev.qapi.gateway.limits.LimitedTarget;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where what an e-service has filed is looked up by whom it belongs to. */
record Shelf<I extends Inquiry, R extends Registration<I>>(
        String eservice, Kept<I, R> kept, FilingNames names, FilingStore store, Clock clock) {

    Mono<Filed<I, R>> find(FilingNumber number, List<Identifier> subject) {
        return Mono.deferContextual(context -> LimitedTarget.isMeant(context)
                        ? Mono.<StoredFiling>empty()
                        : store.find("number", number.reveal()))
                .filter(filing ->
                        filing.eservice().equals(eservice) && filing.subject().equals(names.subject(subject)))
                .map(kept::told)
                .onErrorMap(Shelf::unreadable)
                .switchIfEmpty(Mono.error(this::nobodys));
    }

    private Failure nobodys() {
        var now = clock.instant();
        return new Failure.NotFound(now, new Provenance(Register.GATEWAY, Register.GATEWAY, now, null));
    }

    Mono<List<Filed<I, R>>> by(List<Identifier> owner) {
        return all("owner", String.valueOf(names.owner(owner)));
    }

    Mono<List<Filed<I, R>>> about(List<Identifier> subject) {
        return all("subject", names.subject(subject));
    }

    private Mono<List<Filed<I, R>>> all(String field, String name) {
        return store.all(field, name)
                .map(filings -> filings.stream()
                        .filter(filing -> filing.eservice().equals(eservice))
                        .map(kept::told)
                        .toList())
                .onErrorMap(Shelf::unreadable);
    }

    private static Failure unreadable(Throwable cause) {
        return new Failure.Unavailable(Register.GATEWAY, Outage.DOWN, Failure.Unavailable.USUALLY, cause);
    }
}
