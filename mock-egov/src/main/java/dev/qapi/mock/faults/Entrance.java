package dev.qapi.mock.faults;

import dev.qapi.mock.wire.FaultProxy;
import dev.qapi.mock.wire.NameServer;
import dev.qapi.mock.wire.Tls;
import java.util.Locale;

/**
 * The way into one system.
 *
 * @param system as targets name it, {@code ASAN_BRIDGE}
 * @param tls of this proxy alone: what is wrong with it is wrong with nobody else's
 */
public record Entrance(String system, FaultProxy proxy, Tls tls) {

    /** Its name, {@code asan-bridge.egov.test}. */
    public String host() {
        return host(system);
    }

    /** The name of a system. */
    public static String host(String system) {
        return system.toLowerCase(Locale.ROOT).replace('_', '-') + NameServer.ZONE;
    }
}
