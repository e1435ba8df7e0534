package dev.qapi.gateway.killing;

import dev.qapi.gateway.Gateway;
import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gateways on the same stores before one register, each of them a process of its own. */
final class Site implements AutoCloseable {

    static final String SECRET = "a2lsbGVkIGFnYWluIGFuZCBhZ2FpbiwgbmV2ZXIgbG9zdA==";

    private static final int MONGO = 0;
    private static final int REDIS = 1;
    private static final int REGISTER = 2;
    /** EHİS is the register's first door behind its administration, myGov the fourth; behind all of them is a name server. */
    private static final int EHIS = REGISTER + 1;

    private static final int MY_GOV = EHIS + MockEgov.SYSTEMS.indexOf("MYGOV");
    private static final int GATEWAYS = EHIS + MockEgov.SYSTEMS.size() + 1;

    private final Path folder;
    private final String classPath;
    private final List<String> flags;
    private final List<String> properties;
    private final int port;
    private final int count;
    private final Victim mongo;
    private final Victim redis;
    private final Victim register;
    private final List<Ways> ways;
    private final List<Victim> gateways;

    /** Two gateways, which have never to be parted from anything. */
    Site(Path folder) throws IOException {
        this(
                folder,
                2,
                false,
                List.of(),
                List.of(
                        "qapi.target=letters",
                        "qapi.limits.generosity=100000",
                        "qapi.filing.lease=10s",
                        "qapi.server.drain=0s"));
    }

    /**
     * @param cuttable whether each gateway has {@link Ways} of its own to everything behind it
     * @param flags for the gateways' JVMs
     * @param properties of each gateway
     */
    Site(Path folder, int gateways, boolean cuttable, List<String> flags, List<String> properties) throws IOException {
        this.folder = folder;
        this.classPath = Packed.classPath(folder);
        this.flags = flags;
        this.properties = properties;
        this.count = gateways;
        this.port = Ports.row(GATEWAYS + 2 * gateways);
        mongo = new Victim(
                "mongo",
                port + MONGO,
                jvm("mongo", List.of(), OwnMongo.MAIN, folder.resolve("mongo.mv"), port + MONGO));
        redis = new Victim("redis", port + REDIS, () -> OwnRedis.at(port + REDIS));
        register = new Victim(
                "register",
                port + REGISTER,
                jvm(
                        "register",
                        List.of(),
                        Register.class.getName(),
                        port + REGISTER,
                        deeds(),
                        "http://localhost:" + (port + GATEWAYS)));
        this.ways = new ArrayList<>();
        for (var each = 0; each < gateways; each++) {
            ways.add(cuttable ? Ways.open(port + REDIS, port + MONGO, port + EHIS) : null);
        }
        this.gateways = IntStream.range(0, gateways).mapToObj(this::gateway).toList();
    }

    private Supplier<Process> jvm(String name, List<String> flags, String main, Object... arguments) {
        return new Child(
                main,
                classPath,
                flags,
                folder.resolve(main + ".jsa"),
                folder.resolve(name + ".log"),
                Stream.of(arguments).map(String::valueOf).toList())::start;
    }

    private Victim gateway(int place) {
        var name = "gateway-" + (char) ('a' + place);
        var at = port + GATEWAYS + place;
        var way = ways.get(place);
        var usual = Stream.of(
                "server.port=" + at,
                "management.server.port=" + (at + count),
                "qapi.secret=" + SECRET,
                "qapi.data=" + folder.resolve(name),
                "qapi.ehis.url=http://localhost:"
                        + (way == null ? port + EHIS : way.ehis().port()),
                "qapi.gpp.url=http://localhost:" + (port + EHIS) + "/gpp/v1",
                "qapi.mygov.issuer=http://localhost:" + (port + MY_GOV),
                "qapi.mygov.client-id=" + Settings.CLIENT,
                "qapi.mygov.client-secret=" + Settings.SECRET,
                "REDIS_URL=redis://127.0.0.1:"
                        + (way == null ? redis.port() : way.redis().port()),
                "MONGODB_URI="
                        + mongoUri(way == null ? mongo.port() : way.mongo().port()));
        return new Victim(
                name,
                at,
                jvm(
                        name,
                        flags,
                        Gateway.class.getName(),
                        Stream.concat(usual, properties.stream())
                                .map("--"::concat)
                                .toArray()));
    }

    private static String mongoUri(int port) {
        return "mongodb://127.0.0.1:" + port + "/qapi";
    }

    /** Past every {@link Ways}. */
    String mongoUri() {
        return mongoUri(mongo.port());
    }

    /** What leads from that gateway to everything behind it. */
    Ways ways(Victim gateway) {
        return ways.get(gateways.indexOf(gateway));
    }

    /** Where a gateway is asked how it is. */
    int management(Victim gateway) {
        return gateway.port() + count;
    }

    /** What a gateway has written. */
    Path log(Victim gateway) {
        return folder.resolve(gateway.name() + ".log");
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
        ways.stream().filter(Objects::nonNull).forEach(Ways::close);
    }

    static class Register {
        public static void main(String[] portDeedsAndGateway) throws InterruptedException {
            MockEgov.start(Settings.quick(Clock.systemUTC())
                    .at(Integer.parseInt(portDeedsAndGateway[0]))
                    .keeping(Path.of(portDeedsAndGateway[1]))
                    .returningTo(URI.create(portDeedsAndGateway[2])));
            Thread.currentThread().join();
        }
    }
}
