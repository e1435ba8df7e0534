package dev.qapi.gateway.support;

import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block, and why. The MongoDB driver locks and reads random bytes, on event loops of its own. */
public class Permitted implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder hound) {
        // Jackson builds the reader of a type once, under a lock, in the first milliseconds of a gateway
        hound.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        // held for some instructions each; an error thrown inside leaves them broken, and whoever waits hangs
        hound.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters");
        hound.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "doExclusive");
        hound.allowBlockingCallsInside(
                "org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory", "doInLock");
        hound.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        // the size of a bounded queue: two who write at once wait for each other while a number is read
        hound.allowBlockingCallsInside("io.lettuce.core.protocol.DefaultEndpoint", "validateWrite");
        hound.allowBlockingCallsInside("io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "record");
        hound.allowBlockingCallsInside(
                "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine$OpenState",
                "toHalfOpenState");
        hound.blockingMethodCallback(Permitted::tell);
        hound.allowBlockingCallsInside("com.mongodb.internal.Locks", "checkedWithLock");
        hound.allowBlockingCallsInside(
                "com.mongodb.internal.session.ServerSessionPool", "createNewServerSessionIdentifier");
    }

    /** The gateway's log says only that something broke; here it is worth knowing where. */
    private static void tell(BlockingMethod method) {
        var error = new BlockingOperationError(method);
        error.printStackTrace();
        throw error;
    }
}
