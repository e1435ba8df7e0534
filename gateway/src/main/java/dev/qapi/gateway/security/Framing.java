package dev.qapi.gateway.security;

import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/**
 * What makes a request readable in two ways (RFC 9112, sections 3.2, 5.2, 6.1 and 6.3), of that which Netty lets pass. It
 * looks at the target as it was sent, for Spring makes a tidy address of it.
 *
 * <p>A folded line is seen by what Netty leaves of it: a blank at one end of a value, which it trims off any other. One
 * that only joins two words of a value reads the same to everybody once it is a blank, as section 5.2 allows; in
 * {@code Host} and {@code Transfer-Encoding}, where it would not, two words are refused anyway, and Netty itself refuses
 * them in {@code Content-Length}.
 */
final class Framing {

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%\\[\\]-]+");

    private Framing() {}

    /** Why nobody can be sure what is meant; null if everybody can. */
    static @Nullable String ambiguity(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var hosts = headers.getOrEmpty(HttpHeaders.HOST);
        if (hosts.size() != 1 || !AUTHORITY.matcher(hosts.getFirst()).matches()) {
            return "not exactly one Host";
        }
        if (ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest sent
                && !(isKnown(sent.version()) && isPlain(sent.uri(), hosts.getFirst(), request.getMethod()))) {
            return "a target or version of another kind";
        }
        if (headers.headerSet().stream().anyMatch(header -> isFolded(header.getValue()))) {
            return "a folded line";
        }
        var codings = headers.getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"))) {
            return "a transfer coding other than chunked";
        }
        var hasBody = !codings.isEmpty() || headers.getContentLength() > 0;
        return hasBody && BODILESS.contains(request.getMethod()) ? "a body where none belongs" : null;
    }

    /** The same objects, not equal ones: Netty makes another for {@code http/1.1}, which it takes for {@code HTTP/1.1}. */
    private static boolean isKnown(HttpVersion version) {
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }

    private static boolean isPlain(String target, String host, HttpMethod method) {
        if (target.equals("*")) {
            return method == HttpMethod.OPTIONS;
        }
        return TARGET.matcher(target).matches()
                && (target.startsWith("/") || isAt(host, "http://", target) || isAt(host, "https://", target));
    }

    private static boolean isAt(String host, String scheme, String target) {
        var end = scheme.length() + host.length();
        return target.regionMatches(true, 0, scheme + host, 0, end)
                && (target.length() == end || target.charAt(end) == '/' || target.charAt(end) == '?');
    }

    private static boolean isFolded(List<String> values) {
        return values.stream().anyMatch(value -> !value.equals(value.strip()));
    }
}
