package dev.qapi.gateway.matrix;

import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.mock.wire.Behaviour;
import dev.qapi.mock.wire.FaultProxy;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A Redis of the matrix's own, reached over a proxy, and all that can happen to it. */
final class BrokenRedis implements AutoCloseable {

    private final OwnRedis redis = new OwnRedis();
    private final FaultProxy way =
            FaultProxy.start(0, () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), redis.port()));

    BrokenRedis() throws IOException {}

    String url() {
        return "redis://127.0.0.1:" + way.port();
    }

    List<StoreFault> faults() {
        return List.of(
                onTheWay("R01 refused", Behaviour.Fixed.REFUSED),
                new StoreFault("R02 stopped", () -> redis.feels(Signal.STOP), () -> redis.feels(Signal.CONT)),
                onTheWay("R03 black hole", Behaviour.Fixed.BLACK_HOLE),
                new StoreFault("R04 killed", () -> redis.feels(Signal.KILL), redis::comesBack),
                StoreFault.once("R04 killed and restarted empty", () -> {
                    redis.feels(Signal.KILL);
                    redis.comesBack();
                }),
                set("R05 out of memory", "maxmemory", "1", "0"),
                new StoreFault(
                        "R06 read only",
                        () -> tell(it -> it.replicaof("127.0.0.1", 1)),
                        () -> tell(it -> it.replicaofNoOne())),
                onTheWay("R08 slow", new Behaviour.Latency(Duration.ofMillis(200))),
                new StoreFault(
                        "R09 another password",
                        () -> {
                            tell(it -> it.configSet("requirepass", "another"));
                            way.dropConnections();
                        },
                        () -> {
                            redis.feels(Signal.KILL);
                            redis.comesBack();
                        }),
                StoreFault.once("R10 garbage", () -> tell(it -> it.keys("*").forEach(key -> it.set(key, "garbage")))),
                StoreFault.once("R10 another key's value", () -> tell(BrokenRedis::exchange)),
                StoreFault.once(
                        "R10 another type",
                        () -> tell(it -> it.keys("*").forEach(key -> {
                            it.del(key);
                            it.lpush(key, "one");
                        }))),
                StoreFault.once("R12 flushed", () -> tell(it -> it.flushall())),
                onTheWay("R13 connections reset", Behaviour.Fixed.RESET_ON_ACCEPT));
    }

    void forgets() {
        tell(it -> it.flushall());
    }

    private static void exchange(RedisCommands<String, String> redis) {
        var keys = redis.keys("*");
        var last = keys.getLast();
        for (var key : keys) {
            redis.copy(last, key, io.lettuce.core.CopyArgs.Builder.replace(true));
            last = key;
        }
    }

    private StoreFault onTheWay(String name, Behaviour behaviour) {
        return new StoreFault(name, () -> way.behave(behaviour), () -> way.behave(Behaviour.Fixed.PASS));
    }

    private StoreFault set(String name, String setting, String bad, String good) {
        return new StoreFault(
                name, () -> tell(it -> it.configSet(setting, bad)), () -> tell(it -> it.configSet(setting, good)));
    }

    private void tell(Consumer<RedisCommands<String, String>> command) {
        var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
        try {
            command.accept(client.connect().sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    @Override
    public void close() {
        way.close();
        redis.close();
    }
}
