package dev.qapi.gateway.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A request as it was written; a header that nobody here has heard of makes another one of it. */
record Wording(String method, String address, List<String> headers, String body) {

    /** In bytes, of a body. */
    static final int LARGEST = 4 * 1024;

    /** What never changes an answer, or is looked at anew whatever it says; lower case. */
    private static final Set<String> IGNORED =
            Set.of("accept-encoding", "traceparent", "tracestate", "user-agent", "x-request-id");

    /** Whether two that are written alike ask the same: what a cookie means may change in between, and no two proofs (RFC 9449) are alike. */
    static boolean tells(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (!request.getPath().value().startsWith("/api/")
                || headers.containsHeader(HttpHeaders.COOKIE)
                || headers.containsHeader("DPoP")) {
            return false;
        }
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.POST && isSmall(headers);
    }

    private static boolean isSmall(HttpHeaders headers) {
        var length = headers.getContentLength();
        return length > 0
                && length <= LARGEST
                && MediaType.APPLICATION_JSON_VALUE.equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))
                && !headers.containsHeader(HttpHeaders.CONTENT_ENCODING)
                && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    static Wording of(ServerHttpRequest request, byte[] body) {
        var headers = new ArrayList<String>(12);
        request.getHeaders().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!IGNORED.contains(lower)) {
                headers.add(lower);
                headers.addAll(values);
            }
        });
        return new Wording(
                request.getMethod().name(),
                request.getURI().toString(),
                headers,
                new String(body, StandardCharsets.ISO_8859_1));
    }

    /** It holds a token, and persons. */
    @Override
    public String toString() {
        return "Wording";
    }
}
