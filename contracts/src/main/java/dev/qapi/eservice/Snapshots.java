package dev.qapi.eservice;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Keeps what is taken from time to time in the background, so that it can be told whatever is down: over restarts too. */
public interface Snapshots {

    /**
     * @param name of the files that hold it
     * @param take what is kept, once at the start and then before each hour is over; while it fails the last one stays
     */
    <R extends Record> Snapshot<R> of(String name, Class<R> type, Supplier<Mono<R>> take);
}
