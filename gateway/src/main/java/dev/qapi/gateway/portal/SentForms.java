package dev.qapi.gateway.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads forms as they stream in: a file goes on to the API piece by piece, and lies nowhere in the clear. */
@Component
class SentForms {
    private static final int A_FIELD = 16 * 1024;
    private static final int MOST_PARTS = 64;

    private final PartEventHttpMessageReader parts = new PartEventHttpMessageReader();
    private final Api api;

    SentForms(Api api) {
        this.api = api;
        parts.setMaxInMemorySize(A_FIELD);
        parts.setMaxParts(MOST_PARTS);
    }

    Mono<Sent> read(ServerWebExchange exchange) {
        return isStreamed(exchange)
                ? parts(exchange, content -> api.upload(exchange, content))
                : exchange.getFormData().map(SentForms::typed);
    }

    /** The same without its files, which are not sent on. */
    Mono<Sent> readFields(ServerWebExchange exchange) {
        Sent read = exchange.getAttribute(Sent.class.getName());
        if (read != null) {
            return Mono.just(read);
        }
        return isStreamed(exchange)
                ? parts(
                        exchange,
                        content -> content.doOnNext(DataBufferUtils::release).then(Mono.empty()))
                : exchange.getFormData().map(SentForms::typed);
    }

    private static boolean isStreamed(ServerWebExchange exchange) {
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                exchange.getRequest().getHeaders().getContentType());
    }

    private static Sent typed(MultiValueMap<String, String> data) {
        return new Sent(data.toSingleValueMap(), null);
    }

    private Mono<Sent> parts(ServerWebExchange exchange, Function<Flux<DataBuffer>, Mono<Reply>> upload) {
        return Mono.defer(() -> {
            var reading = new Reading(upload);
            return parts.read(ResolvableType.forClass(PartEvent.class), exchange.getRequest(), Map.of())
                    .windowUntil(PartEvent::isLast)
                    .concatMap(
                            part -> part.switchOnFirst(
                                    (first, events) -> reading.take(Objects.requireNonNull(first.get()), events)),
                            1)
                    .doOnDiscard(PartEvent.class, event -> DataBufferUtils.release(event.content()))
                    .then(Mono.fromSupplier(() -> new Sent(reading.values, reading.refused)));
        });
    }

    private static final class Reading {
        private final Function<Flux<DataBuffer>, Mono<Reply>> upload;
        private final Map<String, String> values = new LinkedHashMap<>();
        private @Nullable Reply refused;

        Reading(Function<Flux<DataBuffer>, Mono<Reply>> upload) {
            this.upload = upload;
        }

        Flux<PartEvent> take(PartEvent first, Flux<PartEvent> events) {
            if (first instanceof FormPartEvent field) {
                values.putIfAbsent(field.name(), field.value());
            }
            return first instanceof FilePartEvent file && !file.filename().isBlank() && refused == null
                    ? upload.apply(events.map(PartEvent::content))
                            .doOnNext(reply -> answered(file.name(), reply))
                            .thenMany(Flux.empty())
                    : events.doOnNext(event -> DataBufferUtils.release(event.content()))
                            .thenMany(Flux.empty());
        }

        private void answered(String name, Reply reply) {
            if (reply.isAnswer() && reply.body().get("data") instanceof Map<?, ?> file) {
                values.merge(name, String.valueOf(file.get("id")), (ids, id) -> (ids + ' ' + id).strip());
            } else {
                refused = reply;
            }
        }
    }
}
