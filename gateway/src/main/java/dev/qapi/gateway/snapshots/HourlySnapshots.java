package dev.qapi.gateway.snapshots;

import dev.qapi.eservice.Snapshot;
import dev.qapi.eservice.Snapshots;
import dev.qapi.gateway.background.Background;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes every snapshot again before it is an hour old; requests have no part in it. */
@Component
class HourlySnapshots extends Background implements Snapshots {

    private static final Duration PERIOD = Duration.ofMinutes(50);

    private final List<Series<?>> all = new CopyOnWriteArrayList<>();
    private final SnapshotFiles files;
    private final Clock clock;
    private final Duration first;

    /** @param first how long after the start */
    HourlySnapshots(SnapshotFiles files, Clock clock, @Value("${qapi.snapshots.first:0s}") Duration first) {
        this.files = files;
        this.clock = clock;
        this.first = first;
    }

    @Override
    public <R extends Record> Snapshot<R> of(String name, Class<R> type, Supplier<Mono<R>> take) {
        var series = new Series<>(name, type, take, files, clock);
        all.add(series);
        return series;
    }

    /** Takes all of them now. */
    Mono<Void> refresh() {
        return Flux.fromIterable(all).concatMap(Series::refresh).then();
    }

    @Override
    protected Disposable begin() {
        return every(first, PERIOD, this::refresh);
    }
}
