package dev.qapi.gateway.address;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom we believe about addresses, and what we are called.
 *
 * @param trustedProxies addresses or networks (CIDR) of the proxies in front of us; only what they say in {@code Forwarded}
 *     or {@code X-Forwarded-*} counts
 * @param hosts the names by which we may be asked, on any port; unset in the sandbox it is this machine's own names, so
 *     that no page of a stranger can reach it by a name that leads here, elsewhere every name
 */
@ConfigurationProperties("qapi")
record AddressProperties(
        @DefaultValue List<String> trustedProxies, @Nullable List<String> hosts, boolean sandbox) {

    private static final List<String> OWN = List.of("localhost", "127.0.0.1", "[::1]");

    /** Empty if any will do. */
    List<String> names() {
        return hosts != null ? hosts : sandbox ? OWN : List.of();
    }
}
