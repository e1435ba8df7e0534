package dev.qapi.gateway.portal;

import dev.qapi.eservice.Csv;
import dev.qapi.eservice.Sheet;
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
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;

/** The reader's own request, asking the API instead: same caller, same address, same cookies, another path and body. */
final class ApiRequest extends ServerHttpRequestDecorator {

    /** The page and its question are one request to whoever reads a log. */
    private static final List<String> CORRELATION = List.of("X-Request-ID", "traceparent");

    /** What is true of the page only. */
    private static final List<String> OF_THE_PAGE = List.of(
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE);

    /** What a page can show, or hand on. */
    private static final List<MediaType> READ = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.APPLICATION_PROBLEM_JSON,
            MediaType.APPLICATION_PDF,
            MediaType.parseMediaType(Sheet.XLSX),
            MediaType.parseMediaType(Csv.TYPE));

    private final Flux<DataBuffer> body;
    private final Map<String, Object> attributes = new HashMap<>();

    private ApiRequest(ServerHttpRequest request, Flux<DataBuffer> body) {
        super(request);
        this.body = body;
    }

    /** @param key of what is filed, empty for a question */
    static ApiRequest post(ServerWebExchange page, String path, byte[] body, String key) {
        return asking(
                HttpMethod.POST,
                page,
                path,
                Map.of(),
                whole(body),
                body.length,
                key.isEmpty() ? Map.of() : Map.of(Api.IDEMPOTENCY_KEY, key));
    }

    /** @param seen the tag of the version whose place it takes, empty for none */
    static ApiRequest put(ServerWebExchange page, String path, byte[] body, String seen) {
        var condition = seen.isEmpty() ? Map.of(HttpHeaders.IF_NONE_MATCH, "*") : Map.of(HttpHeaders.IF_MATCH, seen);
        return asking(HttpMethod.PUT, page, path, Map.of(), whole(body), body.length, condition);
    }

    /** @param content consumed once */
    static ApiRequest upload(ServerWebExchange page, String path, Flux<DataBuffer> content) {
        return asking(HttpMethod.POST, page, path, Map.of(), content, -1, Map.of());
    }

    static ApiRequest wordless(ServerWebExchange page, HttpMethod method, String path) {
        return asking(method, page, path, Map.of(), Flux.empty(), 0, Map.of());
    }

    private static Flux<DataBuffer> whole(byte[] body) {
        return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }

    static ApiRequest get(ServerWebExchange page, String path, Map<String, String> query) {
        return asking(HttpMethod.GET, page, path, query, Flux.empty(), 0, Map.of());
    }

    private static ApiRequest asking(
            HttpMethod method,
            ServerWebExchange page,
            String path,
            Map<String, String> query,
            Flux<DataBuffer> body,
            long length,
            Map<String, String> more) {
        var language = Language.of(page.getLocaleContext().getLocale());
        var request = page.getRequest()
                .mutate()
                .method(method)
                .uri(UriComponentsBuilder.fromUri(page.getRequest().getURI())
                        .replacePath(path)
                        .replaceQueryParams(MultiValueMap.fromSingleValue(query))
                        .encode()
                        .build()
                        .toUri())
                .headers(headers -> {
                    OF_THE_PAGE.forEach(headers::remove);
                    if (method != HttpMethod.GET) {
                        headers.setContentType(
                                length < 0 ? MediaType.APPLICATION_OCTET_STREAM : MediaType.APPLICATION_JSON);
                    }
                    if (length > 0) {
                        headers.setContentLength(length);
                    }
                    more.forEach(headers::set);
                    headers.setAccept(READ);
                    headers.set(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
                    CORRELATION.forEach(name -> take(name, page.getResponse().getHeaders(), headers));
                    CsrfToken seen = page.getAttribute(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME);
                    if (seen != null) { // the page's own form has shown it
                        headers.set(seen.getHeaderName(), seen.getToken());
                    }
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
        return body;
    }

    /** Its own: what a filter notes about the page must not be taken for a note about the call. */
    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }
}
