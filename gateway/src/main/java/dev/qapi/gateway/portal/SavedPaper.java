package dev.qapi.gateway.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An answer that is a paper: the page passes it on as the API gave it. */
record SavedPaper(Reply reply) implements Rendering, View {

    @Override
    public Object view() {
        return this;
    }

    @Override
    public Map<String, Object> modelAttributes() {
        return Map.of();
    }

    @Override
    public HttpStatusCode status() {
        return HttpStatus.OK;
    }

    @Override
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PDF);
        headers.setCacheControl("no-store");
        headers.setContentDisposition(reply.headers().getContentDisposition());
        return headers;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_PDF, MediaType.ALL);
    }

    @Override
    public Mono<Void> render(@Nullable Map<String, ?> model, @Nullable MediaType type, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        return response.writeWith(Mono.just(response.bufferFactory().wrap(reply.paper())));
    }
}
