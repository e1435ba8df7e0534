package dev.qapi.gateway.matrix;

import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.mock.wire.Behaviour;
import dev.qapi.mock.wire.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A MongoDB of the matrix's own, reached over a proxy, and all that can happen to it. */
final class BrokenMongo implements AutoCloseable {

    private final OwnMongo mongo;
    private final FaultProxy way;

    BrokenMongo(Path folder) throws IOException {
        this.mongo = new OwnMongo(folder);
        var port = URI.create(mongo.uri()).getPort();
        this.way = FaultProxy.start(0, () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    String uri() {
        return "mongodb://127.0.0.1:" + way.port() + "/qapi";
    }

    List<StoreFault> faults() {
        return List.of(
                onTheWay("M01 refused", Behaviour.Fixed.REFUSED),
                new StoreFault("M02 stopped", () -> mongo.feels(Signal.STOP), () -> mongo.feels(Signal.CONT)),
                onTheWay("M03 black hole", Behaviour.Fixed.BLACK_HOLE),
                new StoreFault("M04 killed", () -> mongo.feels(Signal.KILL), mongo::comesBack),
                onTheWay("M05 slow", new Behaviour.Latency(Duration.ofMillis(500))),
                onTheWay("M10 connections reset", Behaviour.Fixed.RESET_ON_ACCEPT));
    }

    private StoreFault onTheWay(String name, Behaviour behaviour) {
        return new StoreFault(name, () -> way.behave(behaviour), () -> way.behave(Behaviour.Fixed.PASS));
    }

    @Override
    public void close() throws InterruptedException {
        way.close();
        mongo.close();
    }
}
