package dev.qapi.gateway.api;

import java.nio.ByteBuffer;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** An answer as it was sent, without what was the request's own (RFC 9110, 8). */
record Representation(HttpHeaders headers, byte[] body) {

    private static final List<String> NAMES = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.VARY,
            HttpHeaders.AGE,
            "Cache-Status");

    static Representation of(HttpHeaders all, DataBuffer buffer) {
        var headers = new HttpHeaders();
        NAMES.forEach(name -> {
            var values = all.get(name);
            if (values != null) {
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
