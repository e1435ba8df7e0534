package dev.qapi.gateway.registers;

import dev.qapi.gateway.start.CannotStart;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How registers are reached, whichever exchange layer it is.
 *
 * @param sslBundle the name of a bundle in {@code spring.ssl.bundle}: whom we trust and, if it has a key, who we are;
 *     empty for whom the JVM trusts
 * @param nameServer {@code host:port} of the only name server that is asked; empty for the machine's own
 */
@ConfigurationProperties("qapi.registers")
record RegistersProperties(
        @DefaultValue("") String sslBundle,
        @DefaultValue("") String nameServer) {

    @Nullable
    InetSocketAddress nameServerAddress() {
        if (nameServer.isBlank()) {
            return null;
        }
        try {
            var address = URI.create("dns://" + nameServer);
            return new InetSocketAddress(address.getHost(), address.getPort());
        } catch (IllegalArgumentException neitherHostNorPort) {
            throw new CannotStart("qapi.registers.name-server is to be host:port, such as 127.0.0.1:53");
        }
    }
}
