package dev.qapi.gateway.address;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** The proxies in front of us: nobody, unless they are named. */
final class Proxies {

    private final InetAddressMatcher trusted;

    /** @param networks addresses or CIDRs; one that is neither stops the start */
    Proxies(List<String> networks) {
        trusted = networks.isEmpty()
                ? _ -> false
                : InetAddressMatchers.builder().includeAddresses(networks).build();
    }

    boolean isTrusted(@Nullable InetAddress peer) {
        return peer != null && trusted.matches(peer);
    }
}
