package dev.qapi.gateway.filing;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Course;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Filed.Step;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Objection;
import dev.qapi.eservice.Registration;
import dev.qapi.eservice.Stale;
import dev.qapi.gateway.files.StoredFiles;
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
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Filings of one e-service: what is accepted lies in the store before anybody hears of it. */
final class DurableFiling<I extends Inquiry, R extends Registration<I>> implements Filing<I, R> {

    private static final Logger log = LoggerFactory.getLogger(DurableFiling.class);
    private static final String STILL_RUNNING = "00015";
    private static final String KEY_USED = "00016";
    private static final String NOT_ACCEPTED = "00017";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int NUMBERS = 3;

    private final String eservice;
    private final Kept<I, R> kept;
    private final FilingNames names;
    private final FilingStore store;
    private final StoredFiles files;
    private final Outbox outbox;
    private final FilingWatch watch;
    private final Shelf<I, R> shelf;
    private final Duration patience;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    DurableFiling(
            String eservice,
            Kept<I, R> kept,
            FilingNames names,
            FilingStore store,
            StoredFiles files,
            Outbox outbox,
            FilingWatch watch,
            Duration patience,
            Clock clock) {
        this.eservice = eservice;
        this.kept = kept;
        this.names = names;
        this.store = store;
        this.files = files;
        this.outbox = outbox;
        this.watch = watch;
        this.patience = patience;
        this.clock = clock;
        this.shelf = new Shelf<>(eservice, kept, names, store, clock);
    }

    /** What somebody wishes to file; {@code isReplay} as soon as it is known to be there already. */
    private record Wish<I>(
            String id, I payload, byte[] body, List<Identifier> owner, Attempt attempt, AtomicBoolean isReplay) {}

    @Override
    public Mono<Filed<I, R>> file(Attempt attempt, I payload, List<Identifier> owner, Mono<Void> objection) {
        return Mono.defer(() -> {
            var id = names.id(eservice, attempt);
            if (!underWay.add(id) && !attempt.edits()) {
                return Mono.error(new Refusal(STILL_RUNNING, SOON));
            }
            var body = FilingJson.PAYLOAD.writeValueAsBytes(payload);
            var wish = new Wish<>(id, payload, body, owner, attempt, new AtomicBoolean());
            return stored(there(wish))
                    .switchIfEmpty(objection.then(Mono.defer(() -> stored(accept(wish, 0)))))
                    .map(kept::told)
                    .doOnNext(_ -> sayIfReplay(wish)) // only now nobody else writes an answer
                    .doOnTerminate(() -> underWay.remove(id)) // before it is told: who then comes again is not early
                    .doOnCancel(() -> underWay.remove(id));
        });
    }

    private Mono<StoredFiling> stored(Mono<StoredFiling> step) {
        return step.timeout(patience)
                .onErrorMap(
                        error -> !(error instanceof Refusal || error instanceof Objection || error instanceof Stale),
                        this::refused);
    }

    /** An operator is told why; a text of the driver may quote what it stumbled over. */
    private Refusal refused(Throwable cause) {
        log.warn("a filing of {} was not stored: {}", eservice, cause.getClass().getName());
        return new Refusal(NOT_ACCEPTED, SOON);
    }

    private static void sayIfReplay(Wish<?> wish) {
        if (wish.isReplay().get()) {
            wish.attempt().replayed().run();
        }
    }

    private Mono<StoredFiling> there(Wish<I> wish) {
        return store.find("_id", wish.id()).flatMap(first -> {
            if (!kept.holds(first, wish.body())) {
                return Mono.error(wish.attempt().edits() ? new Stale() : new Refusal(KEY_USED));
            }
            wish.isReplay().set(true);
            return Mono.just(first);
        });
    }

    /** If it cannot be stored, then because another gateway has just done so, or because its number is taken. */
    private Mono<StoredFiling> accept(Wish<I> wish, int number) {
        var attached = wish.payload() instanceof Attached.Holder holder ? holder.attached() : List.<Attached>of();
        return files.take(attached, wish.id())
                .then(Mono.defer(() -> store.insert(filing(wish, number))))
                .doOnNext(outbox::handInNow)
                .switchIfEmpty(Mono.defer(() -> there(wish))
                        .switchIfEmpty(Mono.defer(() -> number < NUMBERS
                                ? accept(wish, number + 1)
                                : Mono.error(new Refusal(NOT_ACCEPTED, SOON)))));
    }

    private StoredFiling filing(Wish<I> wish, int number) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new StoredFiling(
                wish.id(),
                names.number(wish.id(), number).reveal(),
                eservice,
                names.owner(wish.owner()),
                names.followers(wish.owner(), wish.attempt()),
                names.subject(wish.payload().subject()),
                names.body(wish.id()).seal(wish.body()),
                kept.sealed(wish.id(), wish.attempt().supplied().get()),
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

    @Override
    public void watch(Function<Filed<I, R>, Mono<Course>> look) {
        watch.add(eservice, filing -> look.apply(kept.told(filing)));
    }
}
