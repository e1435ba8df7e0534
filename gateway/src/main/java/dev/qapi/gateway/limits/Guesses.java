package dev.qapi.gateway.limits;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure.NotFound;
import dev.qapi.eservice.Guess;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.security.Who;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts failed matches against whom they are about, whoever asks, and lets nobody learn which of them it was that failed: a
 * wrong detail, a person whom nobody knows and one who has been guessed at too often are told alike and at the same time.
 */
@Component
public class Guesses {

    /** Failed matches: counted against whom they are about, or unheard since nothing was left. */
    private static final String METER = "qapi.guesses";

    private final SafeBuckets buckets;
    private final LockOuts lockOuts;
    private final Release release;
    private final UnderWay underWay = new UnderWay();
    private final Counter counted;
    private final Counter unheard;

    Guesses(SafeBuckets buckets, LockOuts lockOuts, Release release, MeterRegistry meters) {
        this.buckets = buckets;
        this.lockOuts = lockOuts;
        this.release = release;
        this.counted = meters.counter(METER, "outcome", "counted");
        this.unheard = meters.counter(METER, "outcome", "unheard");
    }

    /** Notes what is asked, before anything is done about it; whoever is logged in may ask about themselves for ever. */
    public Mono<Void> begin(ServerWebExchange exchange, Inquiry inquiry) {
        var begun = System.nanoTime();
        var subject = inquiry.subject();
        if (subject.isEmpty() || Who.of(exchange).subject().containsAll(subject)) {
            return Mono.empty();
        }
        var targets = Targets.of(inquiry);
        targets.forEach(target -> underWay.enter(target, inquiry)); // before it is looked at: who has left is counted
        return Flux.fromIterable(targets)
                .flatMap(target -> buckets.left(target)
                        .map(left -> Math.min(left, lockOuts.atMost(target)) > underWay.ahead(target, inquiry)))
                .all(hasRoom -> hasRoom)
                .doOnNext(hasRoom -> attempt(inquiry, targets, !hasRoom, begun).keepIn(exchange))
                .then();
    }

    /** One that is refused keeps nobody's room. */
    private Attempt attempt(Inquiry inquiry, List<Key> targets, boolean isLimited, long begun) {
        var attempt = new Attempt(inquiry, targets, isLimited, new AtomicBoolean(), begun);
        if (isLimited) {
            leave(attempt);
        }
        return attempt;
    }

    /** The answer to what was noted; one that turns out to be a failed match is counted, and told on a tick. */
    public <A extends Answer<?>> Mono<A> end(ServerWebExchange exchange, Mono<A> answer) {
        Attempt attempt = exchange.getAttribute(Attempt.class.getName());
        if (attempt == null) {
            return answer;
        }
        return (attempt.isLimited() ? answer.contextWrite(LimitedTarget.mark()) : answer)
                .delayUntil(told -> isMiss(told) ? missed(attempt, exchange) : Mono.empty())
                .onErrorResume(
                        NotFound.class, nobody -> missed(attempt, exchange).then(Mono.error(nobody)))
                .doFinally(_ -> leave(attempt));
    }

    private static boolean isMiss(Answer<?> told) {
        return told.data() instanceof Guess guess && guess.missed();
    }

    /** How long it took is looked at before it is counted, and counted before the next question has room. */
    private Mono<Void> missed(Attempt attempt, ServerWebExchange exchange) {
        var route = String.valueOf(exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return Mono.defer(() -> {
            var took = attempt.nanos();
            (attempt.isLimited() ? unheard : counted).increment();
            return Flux.fromIterable(counted(attempt, exchange.getAttribute(Key.class.getName())))
                    .flatMap(key -> buckets.take(key).doOnNext(stand -> lockOuts.taken(key, stand)))
                    .then(Mono.defer(() -> {
                        leave(attempt);
                        return rest(release.of(route, took, attempt.isLimited()).minusNanos(attempt.nanos() - took));
                    }));
        });
    }

    private static Mono<Void> rest(Duration wait) {
        return wait.isPositive() ? Mono.delay(wait).then() : Mono.empty();
    }

    /** Against whoever asks too, known by {@link RateLimits}. */
    private static List<Key> counted(Attempt attempt, @Nullable Key asker) {
        var keys = new ArrayList<>(attempt.isLimited() ? List.of() : attempt.targets());
        if (asker != null) {
            keys.add(asker);
        }
        return keys;
    }

    private void leave(Attempt attempt) {
        if (attempt.isOver().compareAndSet(false, true)) {
            attempt.targets().forEach(target -> underWay.leave(target, attempt.inquiry()));
        }
    }
}
