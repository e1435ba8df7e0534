package dev.qapi.gateway.killing;

import dev.qapi.mock.wire.Behaviour;
import dev.qapi.mock.wire.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What leads from one gateway to Redis, to MongoDB and to the register: cut, only that gateway feels it. */
record Ways(FaultProxy redis, FaultProxy mongo, FaultProxy ehis) implements AutoCloseable {

    static Ways open(int redis, int mongo, int ehis) throws IOException {
        return new Ways(to(redis), to(mongo), to(ehis));
    }

    private static FaultProxy to(int port) throws IOException {
        return FaultProxy.start(0, () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** As a network does that loses everything: nobody is told. */
    void cutStores() {
        redis.behave(Behaviour.Fixed.BLACK_HOLE);
        mongo.behave(Behaviour.Fixed.BLACK_HOLE);
    }

    void mend() {
        redis.behave(Behaviour.Fixed.PASS);
        mongo.behave(Behaviour.Fixed.PASS);
        ehis.behave(Behaviour.Fixed.PASS);
    }

    @Override
    public void close() {
        redis.close();
        mongo.close();
        ehis.close();
    }
}
