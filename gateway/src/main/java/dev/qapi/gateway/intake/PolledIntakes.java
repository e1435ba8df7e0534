package dev.qapi.gateway.intake;

import dev.qapi.eservice.Intake;
import dev.qapi.eservice.Intakes;
import dev.qapi.eservice.Receipt;
import dev.qapi.gateway.background.Background;
import dev.qapi.identifier.Malformed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks into each inbox again and again. */
@Component
class PolledIntakes extends Background implements Intakes {

    private static final Logger log = LoggerFactory.getLogger(PolledIntakes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Channel<M>(String name, Intake<M> inbox, Function<M, Mono<Receipt>> file) {}

    private final Queue<Channel<?>> channels = new ConcurrentLinkedQueue<>();
    private final MeterRegistry meters;
    private final Duration every;

    /** @param every how long to wait between two looks */
    PolledIntakes(MeterRegistry meters, @Value("${qapi.intake.every:30s}") Duration every) {
        this.meters = meters;
        this.every = every;
    }

    @Override
    public <M> void of(String channel, Intake<M> inbox, Function<M, Mono<Receipt>> file) {
        channels.add(new Channel<>(channel, inbox, file));
    }

    private <M> Mono<Void> empty(Channel<M> channel) {
        return channel.inbox()
                .waiting()
                .concatMap(message -> take(channel, message), 1)
                .onErrorResume(error -> told(channel, "away", error))
                .then();
    }

    private <M> Mono<Void> take(Channel<M> channel, M message) {
        return channel.file()
                .apply(message)
                .flatMap(receipt -> channel.inbox().taken(message, receipt))
                .timeout(PATIENCE)
                .doOnSuccess(_ -> count(channel, "taken"))
                .onErrorResume(
                        Malformed.class,
                        malformed -> told(channel, "unreadable", malformed)
                                .then(channel.inbox().unreadable(message)))
                .onErrorResume(error -> told(channel, "failed", error));
    }

    /** By its class: what an error says may be about a person. */
    private Mono<Void> told(Channel<?> channel, String outcome, Throwable error) {
        log.warn("{} {}: {}", channel.name(), outcome, error.getClass().getName());
        count(channel, outcome);
        return Mono.empty();
    }

    private void count(Channel<?> channel, String outcome) {
        meters.counter("qapi.intake", "channel", channel.name(), "outcome", outcome)
                .increment();
    }

    @Override
    protected Disposable begin() {
        return every(
                every, () -> Flux.fromIterable(channels).flatMap(this::empty).then());
    }
}
