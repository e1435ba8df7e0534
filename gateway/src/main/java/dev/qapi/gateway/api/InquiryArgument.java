package dev.qapi.gateway.api;

import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.limits.Guesses;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;

/** Gives a route its {@link Inquiry}, read strictly from the body, and leaves it on the exchange for the audit. */
class InquiryArgument implements HandlerMethodArgumentResolver {

    private static final int LARGEST = 16 * 1024;

    private final Inquiries inquiries;
    private final Guesses guesses;

    InquiryArgument(Inquiries inquiries, Guesses guesses) {
        this.guesses = guesses;
        this.inquiries = inquiries;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Inquiry.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var contentType = exchange.getRequest().getHeaders().getContentType();
        if (contentType == null || !MediaType.APPLICATION_JSON.isCompatibleWith(contentType)) {
            return Mono.error(new UnsupportedMediaTypeStatusException("not JSON"));
        }
        if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            // a bomb is small until it is unpacked
            return Mono.error(new UnsupportedMediaTypeStatusException("packed"));
        }
        var type = parameter.getParameterType().asSubclass(Inquiry.class);
        return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST)
                .map(InquiryArgument::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> inquiries.read(body, type))
                .doOnNext(inquiry -> exchange.getAttributes().put(Inquiry.class.getName(), inquiry))
                .flatMap(inquiry -> guesses.begin(exchange, inquiry).thenReturn(inquiry));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
