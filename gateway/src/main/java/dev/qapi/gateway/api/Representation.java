package dev.qapi.gateway.api;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** An answer as it was sent, without what was of its request or its caller alone. */
record Representation(List<Map.Entry<String, List<String>>> headers, byte[] body) {

    private static final Set<String> OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OWN.addAll(List.of(
                "X-Request-ID",
                "traceparent",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                HttpHeaders.CONNECTION,
                HttpHeaders.DATE));
    }

    static Representation of(HttpHeaders all, DataBuffer buffer) {
        var headers = all.headerSet().stream()
                .filter(header -> !OWN.contains(header.getKey()))
                .map(header -> Map.entry(header.getKey(), List.copyOf(header.getValue())))
                .toList();
        var body = new byte[buffer.readableByteCount()];
        buffer.toByteBuffer(ByteBuffer.wrap(body));
        return new Representation(headers, body);
    }

    Mono<Void> writtenTo(ServerHttpResponse response) {
        headers.forEach(header -> response.getHeaders().put(header.getKey(), header.getValue()));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
