package dev.qapi.mock;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import dev.qapi.mock.exchange.Exchange;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.registers.Government;
import dev.qapi.mock.registers.Registers;
import java.time.Clock;
import java.time.Duration;

/**
 * The simulated government, an HTTP server on the loopback interface: every register that a contract describes, behind
 * EHİS. WireMock's own API at {@code /__admin} makes it slow, broken or dead.
 */
public final class MockEgov implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Exchange exchange;

    private MockEgov(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * @param port where it listens, 0 for any free one
     * @throws MockPortInUse if something else listens there
     */
    public static MockEgov start(int port) {
        return start(port, Clock.systemUTC());
    }

    /** @param clock what the registers take for now */
    public static MockEgov start(int port, Clock clock) {
        var country = new Country(42, 20_000, Country.DISAGREEMENT);
        var government = new Government(country, clock, Duration.ofSeconds(5), Duration.ofSeconds(10), null);
        try {
            return new MockEgov(Exchange.start(LOOPBACK, port, new Registers(government, clock), clock, "sandbox"));
        } catch (FatalStartupException e) {
            throw new MockPortInUse(port, e);
        }
    }

    /** Where it listens. */
    public int port() {
        return exchange.port();
    }

    /** What {@code qapi.ehis.url} is to be. */
    public String baseUrl() {
        return "http://" + LOOPBACK + ':' + port();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
