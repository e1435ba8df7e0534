package dev.qapi.gateway.limits;

import java.util.concurrent.CompletableFuture;

/** Buckets that fill up by themselves. What is known here is told by a future that is done already. */
interface Buckets {

    /** Takes one, if it is there. */
    CompletableFuture<Stand> take(Key key);

    /** Takes nothing. */
    CompletableFuture<Long> left(Key key);
}
