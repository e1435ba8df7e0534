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
