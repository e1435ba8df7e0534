package dev.qapi.gateway.portal;

import java.util.Objects;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A response that is read here instead of being sent. */
final class ApiResponse extends AbstractServerHttpResponse {

    private byte[] body = {};

    ApiResponse() {
        super(DefaultDataBufferFactory.sharedInstance);
    }

    /** What was written; empty until the handler has finished. */
    byte[] body() {
        return body;
    }

    /** As every server has it: 200 if nobody said anything else. */
    @Override
    public HttpStatusCode getStatusCode() {
        return Objects.requireNonNullElse(super.getStatusCode(), HttpStatus.OK);
    }

    /** Itself: there is no server behind it, and whoever asks looks for one. */
    @Override
    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"})
    public <T> T getNativeResponse() {
        return (T) this;
    }

    @Override
    protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> written) {
        return DataBufferUtils.join(written)
                .doOnNext(buffer -> {
                    body = new byte[buffer.readableByteCount()];
                    buffer.read(body);
                    DataBufferUtils.release(buffer);
                })
                .then();
    }

    @Override
    protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> written) {
        return writeWithInternal(Flux.from(written).concatMap(part -> part));
    }

    @Override
    protected void applyStatusCode() {}

    @Override
    protected void applyHeaders() {}

    @Override
    protected void applyCookies() {}
}
