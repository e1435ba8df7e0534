package dev.qapi.gateway.support;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Leaves the MongoDB driver's own event loops alone: they lock and read random bytes, and carry no request. */
public class Permitted implements BlockHoundIntegration {

    private static final String DRIVER = "EventLoopGroup-";

    @Override
    public void applyTo(BlockHound.Builder hound) {
        hound.nonBlockingThreadPredicate(
                nonBlocking -> nonBlocking.and(thread -> !thread.getName().contains(DRIVER)));
    }

    /** Last, for Reactor's own integration adds to the predicate. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }
}
