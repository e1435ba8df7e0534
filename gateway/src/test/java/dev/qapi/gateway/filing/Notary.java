package dev.qapi.gateway.filing;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** A register that does nothing twice under one reference, and counts how often it is asked. */
final class Notary implements Sources {

    final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    final Map<String, String> effects = new ConcurrentHashMap<>();
    final AtomicReference<Optional<Failure>> failure = new AtomicReference<>(Optional.empty());
    /** Whether it does what it is asked, and then nobody hears of it. */
    volatile boolean silent;

    static Failure down() {
        return new Failure.Unavailable(Register.VMMS, Outage.DOWN, Duration.ofSeconds(5), null);
    }

    Mono<ResponseEntity<Note.Taken>> take(Delivery<Note> delivery) {
        return Mono.fromSupplier(() -> {
            var reference = delivery.reference().reveal();
            asked.computeIfAbsent(reference, _ -> new AtomicInteger()).incrementAndGet();
            failure.get().ifPresent(why -> {
                throw why;
            });
            var number = effects.computeIfAbsent(reference, _ -> "N-" + effects.size());
            if (silent) {
                throw new Failure.Unavailable(Register.VMMS, Outage.TIMEOUT, Duration.ofSeconds(5), null);
            }
            return ResponseEntity.ok(new Note.Taken(Evidence.Match.MATCHED, Instant.EPOCH, true, reference, number));
        });
    }

    int asked() {
        return asked.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public <I extends Inquiry, R extends Evidence<I>> Source<I, R> of(
            Register register, Class<R> reply, Policy policy, Function<I, Mono<ResponseEntity<R>>> call) {
        return inquiry -> call.apply(inquiry)
                .map(said -> new Answer<>(
                        Objects.requireNonNull(said.getBody()),
                        Instant.EPOCH,
                        Freshness.FRESH,
                        Reliance.SAFE,
                        List.of(),
                        List.of()));
    }
}
