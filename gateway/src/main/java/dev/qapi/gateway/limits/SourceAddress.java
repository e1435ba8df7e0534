package dev.qapi.gateway.limits;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who may have another address for the asking is one: an IPv6 subscriber is given a /56 at least, an IPv4 one an address. */
final class SourceAddress {

    private static final int NETWORK = 7;

    private SourceAddress() {}

    static String of(@Nullable InetSocketAddress peer) {
        var address = peer == null ? null : peer.getAddress();
        if (address == null) {
            return "?";
        }
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, address instanceof Inet6Address ? NETWORK : bytes.length);
    }
}
