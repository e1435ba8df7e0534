package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** The reader's own request, asking the API instead: same caller, same address, same cookies, another path and body. */
final class ApiRequest extends ServerHttpRequestDecorator {

    /** The page and its question are one request to whoever reads a log. */
    private static final List<String> CORRELATION = List.of("X-Request-ID", "traceparent");

    private final byte[] body;
    private final Map<String, Object> attributes = new HashMap<>();

    private ApiRequest(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static ApiRequest post(ServerWebExchange page, String path, byte[] body) {
        var language = Language.of(page.getLocaleContext().getLocale());
        var request = page.getRequest()
                .mutate()
                .method(HttpMethod.POST)
                .path(path)
                .headers(headers -> {
                    headers.setContentType(MediaType.APPLICATION_JSON);
                    headers.setContentLength(body.length);
                    headers.remove(HttpHeaders.TRANSFER_ENCODING);
                    headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
                    headers.set(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
                    CORRELATION.forEach(name -> take(name, page.getResponse().getHeaders(), headers));
                })
                .build();
        return new ApiRequest(request, body);
    }

    private static void take(String name, HttpHeaders from, HttpHeaders to) {
        var value = from.getFirst(name);
        if (value != null) {
            to.set(name, value);
        }
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }

    /** Its own: what a filter notes about the page must not be taken for a note about the call. */
    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }
}
