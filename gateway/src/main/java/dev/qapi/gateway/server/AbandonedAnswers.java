package dev.qapi.gateway.server;

import io.netty.channel.EventLoop;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Gives back the buffer of an answer whose reader hung up while the audit was being written. Reactor Netty takes a whole answer
 * ({@code HttpServerOperations.send}, 1.3.8), finds that the connection is over, and forgets it.
 */
@Component
class AbandonedAnswers implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(
                request,
                ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse sent
                                && sent instanceof Connection connection
                        ? new Response(response, sent, connection.channel().eventLoop())
                        : response);
    }

    private static final class Response extends ServerHttpResponseDecorator {

        private final HttpServerResponse sent;
        private final Scheduler loop;

        Response(ServerHttpResponse response, HttpServerResponse sent, EventLoop loop) {
            super(response);
            this.sent = sent;
            this.loop = Schedulers.fromExecutor(task -> {
                if (loop.inEventLoop()) {
                    task.run();
                } else {
                    loop.execute(task);
                }
            });
        }

        /** Whatever an answer waits for, it goes on where a hang-up is noticed: one is over before the other begins. */
        @Override
        public void beforeCommit(Supplier<? extends Mono<Void>> action) {
            super.beforeCommit(() -> action.get().publishOn(loop));
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return body instanceof Mono<? extends DataBuffer> whole
                    ? whole.flatMap(
                            buffer -> super.writeWith(Mono.just(buffer)).doOnSuccess(_ -> releaseUnlessSent(buffer)))
                    : super.writeWith(body);
        }

        private void releaseUnlessSent(DataBuffer buffer) {
            if (!sent.hasSentHeaders()) {
                DataBufferUtils.release(buffer);
            }
        }
    }
}
