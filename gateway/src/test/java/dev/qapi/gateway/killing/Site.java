package dev.qapi.gateway.killing;

import dev.qapi.gateway.Gateway;
import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Two gateways on the same stores before one register, each of the five a process of its own. */
final class Site implements AutoCloseable {

    static final String SECRET = "a2lsbGVkIGFnYWluIGFuZCBhZ2FpbiwgbmV2ZXIgbG9zdA==";

    private static final int MONGO = 0;
    private static final int REDIS = 1;
    private static final int GATEWAYS = 2;
    private static final int REGISTER = 4;
    /** EHİS is the register's first door behind its administration. */
    private static final int EHIS = REGISTER + 1;

    private final Path folder;
    private final String classPath;
    private final int port = Ports.row(REGISTER + MockEgov.SYSTEMS.size() + 2);
    private final Victim mongo;
    private final Victim redis;
    private final Victim register;
    private final List<Victim> gateways;

    Site(Path folder) throws IOException {
        this.folder = folder;
        this.classPath = Packed.classPath(folder);
        mongo = new Victim(
                "mongo", port + MONGO, jvm("mongo", OwnMongo.MAIN, folder.resolve("mongo.mv"), port + MONGO));
        redis = new Victim("redis", port + REDIS, () -> OwnRedis.at(port + REDIS));
        register = new Victim(
                "register", port + REGISTER, jvm("register", Register.class.getName(), port + REGISTER, deeds()));
        gateways = Stream.of("gateway-a", "gateway-b")
                .map(name -> gateway(name, port + GATEWAYS + name.charAt(name.length() - 1) - 'a'))
                .toList();
    }

    private Supplier<Process> jvm(String name, String main, Object... arguments) {
        return new Child(
                main,
                classPath,
                folder.resolve(main + ".jsa"),
                folder.resolve(name + ".log"),
                Stream.of(arguments).map(String::valueOf).toList())::start;
    }

    private Victim gateway(String name, int at) {
        return new Victim(
                name,
                at,
                jvm(
                        name,
                        Gateway.class.getName(),
                        "--server.port=" + at,
                        "--management.server.port=0",
                        "--qapi.secret=" + SECRET,
                        "--qapi.data=" + folder.resolve(name),
                        "--qapi.target=letters",
                        "--qapi.limits.generosity=100000",
                        "--qapi.filing.lease=10s",
                        "--qapi.ehis.url=http://localhost:" + (port + EHIS),
                        "--qapi.gpp.url=http://localhost:" + (port + EHIS) + "/gpp/v1",
                        "--REDIS_URL=redis://127.0.0.1:" + redis.port(),
                        "--MONGODB_URI=" + mongoUri()));
    }

    String mongoUri() {
        return "mongodb://127.0.0.1:" + mongo.port() + "/qapi";
    }

    /** What the register has done, a line each. */
    Path deeds() {
        return folder.resolve("deeds.jsonl");
    }

    Victim mongo() {
        return mongo;
    }

    Victim redis() {
        return redis;
    }

    Victim register() {
        return register;
    }

    List<Victim> gateways() {
        return gateways;
    }

    List<Victim> all() {
        return Stream.concat(Stream.of(mongo, redis, register), gateways.stream())
                .toList();
    }

    /** Returns once everything is up: for the second time, in half the time, by what the first ones leave behind. */
    void start() {
        Stream.of(mongo, redis, register).parallel().forEach(Victim::start);
        gateways.getFirst().start();
        gateways.getFirst().end();
        Stream.of(mongo, register).parallel().forEach(Victim::end);
        Stream.of(mongo, register).parallel().forEach(Victim::start);
        gateways.parallelStream().forEach(Victim::start);
    }

    @Override
    public void close() {
        all().forEach(Victim::close);
    }

    static class Register {
        public static void main(String[] portAndDeeds) throws InterruptedException {
            var port = Integer.parseInt(portAndDeeds[0]);
            MockEgov.start(Settings.quick(Clock.systemUTC()).at(port).keeping(Path.of(portAndDeeds[1])));
            Thread.currentThread().join();
        }
    }
}
