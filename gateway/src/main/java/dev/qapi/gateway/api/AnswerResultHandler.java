package dev.qapi.gateway.api;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Paper;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Sheet;
import dev.qapi.eservice.Tagged;
import dev.qapi.gateway.limits.Guesses;
import dev.qapi.gateway.security.Who;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.AbstractMessageWriterResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an {@link Answer}; the audit and the statistics hear how it came about. One that is about somebody is never to be
 * stored on its way, its age is in the body; how one about nobody may be kept, {@link PublicAnswers} says.
 */
@Component
class AnswerResultHandler extends AbstractMessageWriterResultHandler implements HandlerResultHandler {

    private final PublicAnswers publicly;
    private final Sheets sheets;
    private final Masks masks;
    private final JsonMapper json;
    private final Guesses guesses;

    AnswerResultHandler(
            ServerCodecConfigurer codecs,
            RequestedContentTypeResolver contentTypes,
            PublicAnswers publicly,
            Sheets sheets,
            Masks masks,
            JsonMapper json,
            Guesses guesses) {
        super(codecs.getWriters(), contentTypes);
        this.publicly = publicly;
        this.sheets = sheets;
        this.masks = masks;
        this.json = json;
        this.guesses = guesses;
        setOrder(0); // before the one that writes any other body
    }

    @Override
    public boolean supports(HandlerResult result) {
        return result.getReturnType().resolve() == Mono.class
                && result.getReturnType().resolveGeneric(0) == Answer.class;
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        var route = result.getReturnTypeSource();
        var declared = route.getMethodAnnotation(PublicAnswer.class);
        var answer = guesses.end(
                        exchange,
                        ((Mono<?>) Objects.requireNonNull(result.getReturnValue())).<Answer<?>>map(Answer.class::cast))
                .doOnNext(told -> exchange.getAttributes().put(Answer.class.getName(), told))
                .doOnNext(told -> tag(told, exchange));
        if (declared != null && isAboutNobody(exchange)) {
            return answer.flatMap(told -> publicly.write(told, declared, exchange));
        }
        if (result.getReturnType().resolveGeneric(0, 0) == Paper.class) {
            return answer.flatMap(told -> write((Paper) told.data(), exchange));
        }
        var portal = Who.of(exchange).portal();
        if (portal != null) {
            return answer.flatMap(told -> write(
                    json.writeValueAsBytes(masks.of(told, portal.scopes())), MediaType.APPLICATION_JSON, exchange));
        }
        if (result.getReturnType().resolveGeneric(0, 0) == String.class) {
            return answer.flatMap(told -> write(
                    String.valueOf(told.data()).getBytes(StandardCharsets.UTF_8),
                    PublicAnswers.contentType(exchange),
                    exchange));
        }
        if (result.getReturnType().resolveGeneric(0, 0) == Sheet.class) {
            return answer.flatMap(told -> write(told, exchange));
        }
        return writeBody(
                answer.doOnNext(_ -> exchange.getResponse().getHeaders().setCacheControl("no-store")), route, exchange);
    }

    /** Its own bytes and no envelope. */
    private static Mono<Void> write(Paper paper, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().setContentType(MediaType.APPLICATION_PDF);
        response.getHeaders().setContentLength(paper.pdf().length);
        response.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename(paper.name() + ".pdf")
                        .build());
        return response.writeWith(Mono.just(response.bufferFactory().wrap(paper.pdf())));
    }

    private Mono<Void> write(Answer<?> sheet, ServerWebExchange exchange) {
        var type = PublicAnswers.contentType(exchange);
        var headers = exchange.getResponse().getHeaders();
        return write(sheets.write(sheet, type, headers.getContentLanguage(), headers), type, exchange);
    }

    private static Mono<Void> write(byte[] body, MediaType type, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static void tag(Answer<?> told, ServerWebExchange exchange) {
        if (told.data() instanceof Tagged version && version.tag() != null) {
            exchange.getResponse().getHeaders().setETag('"' + version.tag() + '"');
        }
    }

    private static boolean isAboutNobody(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && exchange.getAttribute(Inquiry.class.getName()) == null;
    }
}
