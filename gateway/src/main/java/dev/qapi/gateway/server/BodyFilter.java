package dev.qapi.gateway.server;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Sees to bodies that do not arrive as announced. Closes the connection of whoever is answered before their body has
 * arrived: the server would read the rest of it for as long as bytes keep coming, and no time limit holds for a request
 * that has its answer. Says nothing to whoever has hung up, or was refused by the server itself, over a broken chunk for
 * example.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        var body = new Body(exchange.getRequest());
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    if (!body.arrived.get()) {
                        exchange.getResponse().getHeaders().setConnection("close");
                    }
                }));
        return chain.filter(new Reading(exchange, body))
                .onErrorComplete(error -> hasHungUp(error) || isAnswered(exchange.getRequest()));
    }

    private static boolean hasHungUp(Throwable error) {
        return DisconnectedClientHelper.isClientDisconnectedException(error);
    }

    /** To Netty, request and response are one. */
    private static boolean isAnswered(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerResponse sent
                && sent.hasSentHeaders();
    }

    /** An exchange reads a form off the request it began with, past every decorator. */
    private static final class Reading extends ServerWebExchangeDecorator {

        private final Body body;

        Reading(ServerWebExchange exchange, Body body) {
            super(exchange);
            this.body = body;
        }

        @Override
        public ServerHttpRequest getRequest() {
            return body;
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return super.getFormData().doOnSuccess(_ -> body.arrived.set(true));
        }
    }

    private static final class Body extends ServerHttpRequestDecorator {

        /** Reactor Netty tells of a body that did not arrive twice; the second time, Reactor would fill the log with it. */
        private static final Consumer<Throwable> TOLD_ALREADY = _ -> {};

        private final AtomicBoolean arrived = new AtomicBoolean();

        Body(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody()
                    .doOnComplete(() -> arrived.set(true))
                    .contextWrite(context -> context.put("reactor.onErrorDropped.local", TOLD_ALREADY));
        }
    }
}
