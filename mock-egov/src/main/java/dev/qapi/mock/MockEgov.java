package dev.qapi.mock;

import static java.util.Map.entry;

import dev.qapi.mock.exchange.Calls;
import dev.qapi.mock.exchange.Exchange;
import dev.qapi.mock.exchange.FaultFilter;
import dev.qapi.mock.faults.Entrance;
import dev.qapi.mock.faults.Faults;
import dev.qapi.mock.faults.Latency;
import dev.qapi.mock.mygov.MyGov;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.registers.Government;
import dev.qapi.mock.registers.Registers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The simulated government: registers that hold one country, reached over systems that each have a door of their own and
 * fail one by one. The doors follow the port of the page and the administration: EHİS, ASAN Bridge, the payment portal,
 * myGov, and a name server (UDP) that knows them below {@code egov.test}.
 */
public final class MockEgov implements AutoCloseable {

    /** In the order of their ports. */
    public static final List<String> SYSTEMS = Doors.SYSTEMS;

    private static final String BUNDLE = "simulated-government";

    private final Settings settings;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Doors doors;
    private final Government government;
    private final Login login;
    private final Exchange exchange;

    private MockEgov(Settings settings) {
        this.settings = settings;
        try {
            this.doors = opened(new Doors(settings, this::behind));
            var country = new Country(settings.seed(), settings.size(), settings.disagreement());
            this.government =
                    new Government(country, settings.clock(), settings.vmmsLag(), settings.iamasLag(), settings.file());
            var latency = new Latency(settings.slow(), settings.seed());
            var faults = opened(new Faults(settings.clock(), latency, settings.patience(), doors.all(), doors.names()));
            var served = served(faults);
            var calls = new Calls();
            var filter = new FaultFilter(faults, government, calls);
            this.login = opened(new Login(settings, served, filter, URI.create(address("MYGOV"))));
            this.exchange = opened(
                    Opening.at(settings, 0, () -> Exchange.start(settings.address(0), served, calls, login::get)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T thing) {
        opened.addFirst(thing);
        return thing;
    }

    private int behind(String system) {
        return system.equals("MYGOV") ? login.get().port() : exchange.port();
    }

    private Exchange.Served served(Faults faults) {
        var registers = new Registers(government, settings.clock());
        return new Exchange.Served(
                registers, government, faults, settings.clock(), Settings.CLIENT, Settings.SECRET, this::facts);
    }

    private Map<String, Object> facts() {
        var systems = SYSTEMS.stream()
                .map(it -> Map.of("system", it, "address", address(it)))
                .toList();
        return Map.of("admin", baseUrl(), "systems", systems, "seed", settings.seed());
    }

    /**
     * One for tests, see {@link Settings#quick}.
     *
     * @param port of the page and the administration, 0 for any free ones
     * @throws MockPortInUse if something else listens at one of the ports
     */
    public static MockEgov start(int port) {
        return start(usual().at(port));
    }

    /** By the machine's clock. */
    static Settings usual() {
        return Settings.quick(Clock.systemUTC());
    }

    /** @throws MockPortInUse if something else listens at one of the ports */
    public static MockEgov start(Settings settings) {
        return new MockEgov(settings);
    }

    /** Of the page and the administration. */
    public int port() {
        return exchange.port();
    }

    /** Of the page and the administration; every path of every system answers here too, and nothing fails on its way. */
    public String baseUrl() {
        return "http://localhost:" + port();
    }

    /** A system's door, in plain HTTP, as this machine or browsers see it; it speaks TLS at the same port. */
    public String address(String system) {
        var elsewhere = settings.myGov();
        return system.equals("MYGOV") && elsewhere != null
                ? elsewhere.toString()
                : "http://localhost:" + doors.port(system);
    }

    /** The same by name and over TLS: for whoever asks {@link #nameServer()} and trusts {@link #authority()}. */
    public String secureAddress(String system) {
        return "https://" + Entrance.host(system) + ':' + doors.port(system);
    }

    /**
     * What a gateway is to be told to reach it: by name and over TLS, as real exchange layers are reached, so that names
     * and certificates can fail too; myGov as browsers do, in plain HTTP on this machine.
     */
    public Map<String, Object> gatewayProperties() {
        return Map.ofEntries(
                entry("qapi.mock.url", baseUrl()),
                entry("qapi.ehis.url", secureAddress("EHIS")),
                entry("qapi.asan-bridge.url", secureAddress("ASAN_BRIDGE")),
                entry("qapi.asan-bridge.client-id", Settings.CLIENT),
                entry("qapi.asan-bridge.client-secret", Settings.SECRET),
                entry("qapi.gpp.url", secureAddress("GPP") + "/gpp/v1"),
                entry("qapi.mygov.issuer", address("MYGOV")),
                entry("qapi.mygov.client-id", Settings.CLIENT),
                entry("qapi.mygov.client-secret", Settings.SECRET),
                entry("qapi.portals.issuer", address("MYGOV")),
                entry("qapi.portals.jwks-uri", address("MYGOV") + "/oauth2/jwks"),
                entry("qapi.portals.audience", MyGov.GATEWAY),
                entry("qapi.registers.ssl-bundle", BUNDLE),
                entry("spring.ssl.bundle.pem." + BUNDLE + ".truststore.certificate", authority()),
                entry(
                        "qapi.registers.name-server",
                        nameServer().getAddress().getHostAddress()
                                + ':'
                                + nameServer().getPort()));
    }

    /** A DNS server that knows the systems' names. */
    public InetSocketAddress nameServer() {
        return doors.names().address();
    }

    /** The certificate, in PEM, of the authority that vouches for the systems. */
    public String authority() {
        return doors.authority();
    }

    @Override
    public void close() {
        for (var thing : opened) {
            try {
                thing.close();
            } catch (Exception alreadyGone) {
                // the others are to be closed all the same
            }
        }
        opened.clear();
    }
}
