package dev.qapi.gateway.filing;

import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Filed.Step;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Registration;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** Filings of one e-service: what is accepted lies in the store before anybody hears of it. */
final class DurableFiling<I extends Inquiry, R extends Registration<I>> implements Filing<I, R> {

    private static final String STILL_RUNNING = "00015";
    private static final String KEY_USED = "00016";
    private static final String NOT_ACCEPTED = "00017";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int NUMBERS = 3;

    private final String eservice;
    private final Kept<I, R> kept;
    private final FilingNames names;
    private final FilingStore store;
    private final Outbox outbox;
    private final Shelf<I, R> shelf;
    private final Duration patience;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    DurableFiling(
            String eservice,
            Kept<I, R> kept,
            FilingNames names,
            FilingStore store,
            Outbox outbox,
            Duration patience,
            Clock clock) {
        this.eservice = eservice;
        this.kept = kept;
        this.names = names;
        this.store = store;
        this.outbox = outbox;
        this.patience = patience;
        this.clock = clock;
        this.shelf = new Shelf<>(eservice, kept, names, store, clock);
    }

    @Override
    public Mono<Filed<I, R>> file(Attempt attempt, I payload, List<Identifier> owner) {
        return Mono.defer(() -> {
            var id = names.id(eservice, attempt);
            var body = FilingJson.PAYLOAD.writeValueAsBytes(payload);
            var isReplay = new AtomicBoolean();
            if (!underWay.add(id)) {
                return Mono.error(new Refusal(STILL_RUNNING, SOON));
            }
            return store.find("_id", id)
                    .flatMap(first -> again(first, body, isReplay))
                    .switchIfEmpty(Mono.defer(() -> accept(id, payload, body, owner, attempt, 0, isReplay)))
                    .map(kept::told)
                    .timeout(patience)
                    .doOnNext(_ -> sayIf(isReplay.get(), attempt)) // only now nobody else writes an answer
                    .onErrorMap(error -> error instanceof Refusal ? error : new Refusal(NOT_ACCEPTED, SOON))
                    .doOnTerminate(() -> underWay.remove(id)) // before it is told: who then comes again is not early
                    .doOnCancel(() -> underWay.remove(id));
        });
    }

    private static void sayIf(boolean isReplay, Attempt attempt) {
        if (isReplay) {
            attempt.replayed().run();
        }
    }

    private Mono<StoredFiling> again(StoredFiling first, byte[] body, AtomicBoolean isReplay) {
        if (!kept.holds(first, body)) {
            return Mono.error(new Refusal(KEY_USED));
        }
        isReplay.set(true);
        return Mono.just(first);
    }

    /** If it cannot be stored, then because another gateway has just done so, or because its number is taken. */
    private Mono<StoredFiling> accept(
            String id,
            I payload,
            byte[] body,
            List<Identifier> owner,
            Attempt attempt,
            int number,
            AtomicBoolean isReplay) {
        return store.insert(filing(id, payload, body, owner, attempt, number))
                .doOnNext(outbox::handInNow)
                .switchIfEmpty(Mono.defer(() -> store.find("_id", id))
                        .flatMap(first -> again(first, body, isReplay))
                        .switchIfEmpty(Mono.defer(() -> number < NUMBERS
                                ? accept(id, payload, body, owner, attempt, number + 1, isReplay)
                                : Mono.error(new Refusal(NOT_ACCEPTED, SOON)))));
    }

    private StoredFiling filing(
            String id, I payload, byte[] body, List<Identifier> owner, Attempt attempt, int number) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new StoredFiling(
                id,
                names.number(id, number).reveal(),
                eservice,
                names.owner(owner),
                names.followers(owner, attempt),
                names.subject(payload.subject()),
                names.body(id).seal(body),
                now,
                List.of(new Step(State.ACCEPTED, now)),
                0,
                null,
                null,
                null);
    }

    @Override
    public Mono<Filed<I, R>> find(FilingNumber number, List<Identifier> subject) {
        return shelf.find(number, subject);
    }

    @Override
    public Mono<List<Filed<I, R>>> by(List<Identifier> owner) {
        return shelf.by(owner);
    }

    @Override
    public Mono<List<Filed<I, R>>> about(List<Identifier> subject) {
        return shelf.about(subject);
    }
}
