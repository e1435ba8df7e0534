package dev.qapi.gateway.api;

import dev.qapi.eservice.Answer;
import java.util.Objects;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.AbstractMessageWriterResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes an {@link Answer}: never to be stored on its way, its age is in the body; the audit hears how it came about. */
@Component
class AnswerResultHandler extends AbstractMessageWriterResultHandler implements HandlerResultHandler {

    AnswerResultHandler(ServerCodecConfigurer codecs, RequestedContentTypeResolver contentTypes) {
        super(codecs.getWriters(), contentTypes);
        setOrder(0); // before the one that writes any other body
    }

    @Override
    public boolean supports(HandlerResult result) {
        return result.getReturnType().resolve() == Mono.class
                && result.getReturnType().resolveGeneric(0) == Answer.class;
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        var answer = ((Mono<?>) Objects.requireNonNull(result.getReturnValue()))
                .cast(Answer.class)
                .doOnNext(told -> {
                    exchange.getAttributes().put(Answer.class.getName(), told);
                    exchange.getResponse().getHeaders().setCacheControl("no-store");
                });
        return writeBody(answer, result.getReturnTypeSource(), exchange);
    }
}
