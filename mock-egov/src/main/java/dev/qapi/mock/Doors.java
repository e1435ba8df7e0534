package dev.qapi.mock;

import dev.qapi.mock.faults.Entrance;
import dev.qapi.mock.faults.HttpReplyInspector;
import dev.qapi.mock.wire.Certificates;
import dev.qapi.mock.wire.FaultProxy;
import dev.qapi.mock.wire.NameServer;
import dev.qapi.mock.wire.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The ways in: a door for each system, certificates for all of them, and the name server that knows them. */
final class Doors implements AutoCloseable {

    /** In the order of their ports, which follow that of the page; the name server's comes after them. */
    static final List<String> SYSTEMS = List.of("EHIS", "ASAN_BRIDGE", "GPP", "MYGOV");

    private final Settings settings;
    private final ToIntFunction<String> behind;
    private final Map<String, Entrance> entrances = new LinkedHashMap<>();
    private final Certificates certificates;
    private final NameServer names;

    /**
     * @param behind the port of the server behind a system's door, asked when somebody comes
     * @throws MockPortInUse if something else listens at one of the ports
     */
    Doors(Settings settings, ToIntFunction<String> behind) {
        this.settings = settings;
        this.behind = behind;
        var last = SYSTEMS.size() + 1;
        this.certificates = Certificates.make(
                settings.clock(), SYSTEMS.stream().map(Entrance::host).toArray(String[]::new));
        this.names = Opening.at(settings, last, () -> NameServer.start(settings.address(last)));
        try {
            SYSTEMS.forEach(system -> entrances.put(system, open(system, entrances.size() + 1)));
        } catch (MockPortInUse e) {
            close();
            throw e;
        }
    }

    private Entrance open(String system, int place) {
        var tls = new Tls(certificates);
        var proxy = Opening.at(
                settings,
                place,
                () -> FaultProxy.start(settings.address(place), () -> behind(system), tls, new HttpReplyInspector()));
        return new Entrance(system, proxy, tls);
    }

    private InetSocketAddress behind(String system) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), behind.applyAsInt(system));
    }

    Collection<Entrance> all() {
        return entrances.values();
    }

    int port(String system) {
        var entrance = entrances.get(system);
        if (entrance == null) {
            throw new IllegalArgumentException("There is no system " + system);
        }
        return entrance.proxy().port();
    }

    NameServer names() {
        return names;
    }

    String authority() {
        return certificates.authority();
    }

    @Override
    public void close() {
        entrances.values().forEach(entrance -> entrance.proxy().close());
        names.close();
    }
}
