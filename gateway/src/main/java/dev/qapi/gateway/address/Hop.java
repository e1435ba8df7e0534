package dev.qapi.gateway.address;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What one proxy says of whoever asked it, all of it optional.
 *
 * @param source the address, null if it does not tell one
 * @param scheme by which it was asked
 * @param host by which name, with a port if there was one
 */
record Hop(
        @Nullable InetAddress source,
        @Nullable String scheme,
        @Nullable String host) {

    private static final String FORWARDED = "Forwarded";
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    /**
     * From the farthest to the one next to us (RFC 7239, and its older form).
     *
     * @throws IllegalArgumentException if there are both forms: a proxy writes one of them and hands on the other unread
     */
    static List<Hop> in(HttpHeaders headers) {
        var standard = values(headers, FORWARDED);
        var sources = values(headers, FOR);
        if (standard.isEmpty()) {
            return older(sources, values(headers, PROTO), values(headers, HOST));
        }
        if (!sources.isEmpty() || headers.containsHeader(PROTO) || headers.containsHeader(HOST)) {
            throw new IllegalArgumentException("forwarded in two ways");
        }
        return standard.stream().map(Hop::parameters).map(Hop::of).toList();
    }

    /** A proxy that adds to one list may overwrite another: where they differ in length, the last word is the nearest's. */
    private static List<Hop> older(List<String> sources, List<String> schemes, List<String> hosts) {
        var hops = new ArrayList<Hop>();
        for (var at = 0; at < Math.max(1, sources.size()); at++) {
            hops.add(new Hop(
                    sources.isEmpty() ? null : address(sources.get(at)),
                    at(at, schemes, sources.size()),
                    at(at, hosts, sources.size())));
        }
        return hops;
    }

    private static @Nullable String at(int place, List<String> values, int length) {
        return values.isEmpty() ? null : values.size() == length ? values.get(place) : values.getLast();
    }

    private static Hop of(Map<String, String> parameters) {
        return new Hop(address(parameters.get("for")), parameters.get("proto"), parameters.get("host"));
    }

    private static Map<String, String> parameters(String element) {
        var parameters = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var pair : element.split(";")) {
            var parts = pair.strip().split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0].strip(), parts[1].strip().replace("\"", ""));
            }
        }
        return parameters;
    }

    private static List<String> values(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }

    /** Without its port; null for {@code unknown} and made-up names, and nothing is looked up. */
    private static @Nullable InetAddress address(@Nullable String node) {
        if (node == null) {
            return null;
        }
        var bare = node.startsWith("[")
                ? node.substring(1, Math.max(1, node.indexOf(']')))
                : node.indexOf(':') == node.lastIndexOf(':') ? node.split(":", 2)[0] : node;
        try {
            return InetAddress.ofLiteral(bare);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
