package dev.qapi.gateway.events;

import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/** Lets what is noted for one owner at this gateway happen one after the other, so that it gets into the way of other gateways only. */
final class Turns {

    private static final int LINES = 64;

    private record Turn(Mono<Void> what, MonoSink<Void> told) {}

    private final List<Sinks.Many<Turn>> lines =
            Stream.generate(Turns::line).limit(LINES).toList();

    private static Sinks.Many<Turn> line() {
        Sinks.Many<Turn> line = Sinks.many().unicast().onBackpressureBuffer();
        line.asFlux().concatMap(Turns::take).subscribe();
        return line;
    }

    /** Whoever asked hears how it ended; the next one's turn comes anyway. */
    private static Mono<Void> take(Turn turn) {
        return turn.what()
                .doOnSuccess(_ -> turn.told().success())
                .doOnError(turn.told()::error)
                .onErrorComplete();
    }

    /** The same, once it is its turn. */
    Mono<Void> of(String owner, Mono<Void> what) {
        return Mono.create(told -> add(lines.get(Math.floorMod(owner.hashCode(), LINES)), new Turn(what, told)));
    }

    private static void add(Sinks.Many<Turn> line, Turn turn) {
        synchronized (line) {
            line.emitNext(turn, Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }
}
