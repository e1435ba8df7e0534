package dev.qapi.gateway.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes of what one of our proxies forwards the request that reached it: scheme, host and address are those of the first
 * one, seen from us, who is no proxy of ours. What anybody else says of them is taken away and never read again.
 */
final class ProxiedRequests extends ForwardedHeaderTransformer {

    private static final Pattern HOST =
            Pattern.compile("(?<name>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?");

    private final Proxies proxies;

    ProxiedRequests(Proxies proxies) {
        this.proxies = proxies;
        setRemoveOnly(true);
    }

    /** @throws IllegalArgumentException if one of our proxies says what cannot be; Spring answers that with 400 */
    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        if (!hasForwardedHeaders(request)) {
            return request;
        }
        var bare = super.apply(request);
        var peer = request.getRemoteAddress();
        return peer != null && proxies.isTrusted(peer.getAddress())
                ? asked(bare, peer, Hop.in(request.getHeaders()))
                : bare;
    }

    private ServerHttpRequest asked(ServerHttpRequest request, InetSocketAddress peer, List<Hop> hops) {
        var at = hops.size() - 1;
        while (at > 0 && proxies.isTrusted(hops.get(at).source())) {
            at--;
        }
        var hop = hops.get(at);
        return request.mutate()
                .uri(uri(request.getURI(), hop))
                .remoteAddress(new InetSocketAddress(source(hops, at, peer), 0))
                .build();
    }

    /** Who does not tell an address is known by the one of whoever speaks for them. */
    private static InetAddress source(List<Hop> hops, int at, InetSocketAddress peer) {
        for (var nearer = at; nearer < hops.size(); nearer++) {
            var source = hops.get(nearer).source();
            if (source != null) {
                return source;
            }
        }
        return peer.getAddress();
    }

    private static URI uri(URI sent, Hop hop) {
        var uri = UriComponentsBuilder.fromUri(sent);
        if (hop.scheme() != null) {
            uri.scheme(scheme(hop.scheme()));
        }
        if (hop.host() != null) {
            var host = HOST.matcher(hop.host());
            if (!host.matches()) {
                throw new IllegalArgumentException("no host");
            }
            uri.host(host.group("name")).port(host.group("port"));
        }
        return uri.build(true).toUri();
    }

    private static String scheme(String told) {
        if (!told.equalsIgnoreCase("http") && !told.equalsIgnoreCase("https")) {
            throw new IllegalArgumentException("no scheme");
        }
        return told.equalsIgnoreCase("https") ? "https" : "http";
    }
}
