package dev.qapi.gateway.api;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** An answer as it was sent, without what was of its request or its caller alone. */
record Representation(HttpHeaders headers, byte[] body) {

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
        var headers = new HttpHeaders();
        all.forEach((name, values) -> {
            if (!OWN.contains(name)) {
                headers.put(name, List.copyOf(values));
            }
        });
        var body = new byte[buffer.readableByteCount()];
        buffer.toByteBuffer(ByteBuffer.wrap(body));
        return new Representation(headers, body);
    }

    Mono<Void> writtenTo(ServerHttpResponse response) {
        response.getHeaders().putAll(headers);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
