package dev.qapi.gateway.api;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Largest;
import dev.qapi.gateway.limits.Guesses;
import dev.qapi.gateway.prefill.SuppliedFields;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;

/** Gives a route its {@link Inquiry}, read strictly from the body, and leaves it on the exchange for the audit. */
class InquiryArgument implements HandlerMethodArgumentResolver {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final int LARGEST = 16 * 1024;

    private final Inquiries inquiries;
    private final SuppliedFields supplied;
    private final Guesses guesses;

    InquiryArgument(Inquiries inquiries, SuppliedFields supplied, Guesses guesses) {
        this.supplied = supplied;
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
        var type = parameter.getParameterType().asSubclass(Inquiry.class);
        var isTable = contentType != null && CSV.isCompatibleWith(contentType) && Table.is(type);
        if (contentType == null || !isTable && !MediaType.APPLICATION_JSON.isCompatibleWith(contentType)) {
            return Mono.error(new UnsupportedMediaTypeStatusException("not JSON"));
        }
        if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            // a bomb is small until it is unpacked
            return Mono.error(new UnsupportedMediaTypeStatusException("packed"));
        }
        var path = exchange.<Map<String, String>>getAttributeOrDefault(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        return DataBufferUtils.join(exchange.getRequest().getBody(), largest(type))
                .map(InquiryArgument::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> isTable ? inquiries.table(body, type, path) : inquiries.tree(body, type, path))
                .flatMap(tree -> supplied.into(tree, (name, value) -> inquiries.fits(type, name, value), exchange))
                .<Inquiry>map(tree -> inquiries.read(tree, type))
                .doOnNext(inquiry -> exchange.getAttributes().put(Inquiry.class.getName(), inquiry))
                .flatMap(inquiry -> guesses.begin(exchange, inquiry).thenReturn(inquiry));
    }

    private static int largest(Class<?> type) {
        var larger = type.getAnnotation(Largest.class);
        return larger == null ? LARGEST : larger.kibibytes() * 1024;
    }

    static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
