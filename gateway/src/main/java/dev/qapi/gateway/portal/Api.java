package dev.qapi.gateway.portal;

import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as the pages call it: through the gateway's own front door, inside the process. So a page is limited, audited
 * and refused exactly like everybody else, and there is no second way to a person's data.
 */
@Component
class Api {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String FILES = "/api/v1/files";
    private static final int CONFLICT = 409;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ObjectProvider<HttpHandler> door;
    private final JsonMapper json;

    /** @param door asked for late: it is built from the controllers that need this */
    Api(ObjectProvider<HttpHandler> door, JsonMapper json) {
        this.door = door;
        this.json = json;
    }

    /** Asks {@code path} on behalf of whoever asked for {@code page}, in the page's language. */
    Mono<Reply> post(ServerWebExchange page, String path, Map<String, Object> body) {
        return ask(ApiRequest.post(page, path, json.writeValueAsBytes(body), ""));
    }

    /** Asks for something that is no JSON. */
    Mono<ApiResponse> text(ServerWebExchange page, String path, Map<String, Object> body) {
        return told(ApiRequest.post(page, path, json.writeValueAsBytes(body), ""));
    }

    /** Files something; a second click on the button waits for what comes of the first. */
    Mono<Reply> file(ServerWebExchange page, String path, Map<String, Object> body, String key) {
        var attempt = Mono.defer(() -> ask(ApiRequest.post(page, path, json.writeValueAsBytes(body), key)));
        return attempt.flatMap(
                reply -> reply.status() == CONFLICT ? Mono.delay(A_MOMENT).then(attempt) : Mono.just(reply));
    }

    /** Puts a version in the place of the one that was seen, {@code ""} for none. */
    Mono<Reply> put(ServerWebExchange page, String path, Map<String, Object> body, String seen) {
        return ask(ApiRequest.put(page, path, json.writeValueAsBytes(body), seen));
    }

    /** Has something done that needs no words. */
    Mono<Reply> act(ServerWebExchange page, HttpMethod method, String path) {
        return ask(ApiRequest.wordless(page, method, path));
    }

    /** Sends a file ahead of what it goes with. */
    Mono<Reply> upload(ServerWebExchange page, Flux<DataBuffer> content) {
        return ask(ApiRequest.upload(page, FILES, content));
    }

    /** Asks {@code path}, which is about nobody or about whoever asks, in the page's language. */
    Mono<Reply> get(ServerWebExchange page, String path, Map<String, String> query) {
        return ask(ApiRequest.get(page, path, query));
    }

    /** Asks for a file of a table. */
    Mono<ApiResponse> table(ServerWebExchange page, String path) {
        return told(ApiRequest.get(page, path, Map.of()));
    }

    private Mono<Reply> ask(ApiRequest request) {
        return told(request).map(this::reply);
    }

    private Mono<ApiResponse> told(ApiRequest request) {
        var response = new ApiResponse();
        return door.getObject().handle(request, response).thenReturn(response);
    }

    private Reply reply(ApiResponse response) {
        if (MediaType.APPLICATION_PDF.equals(response.getHeaders().getContentType())) {
            return new Reply(200, response.getHeaders(), Map.of(), response.body());
        }
        return new Reply(
                response.getStatusCode().value(), response.getHeaders(), json.readValue(response.body(), OBJECT));
    }
}
