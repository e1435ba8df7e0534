package dev.qapi.gateway.api;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers that are about nobody, so that whoever has one need not fetch it again: ETag and Last-Modified, 304, and
 * the age of what was kept (RFC 9110, 9111, 9211). The envelope is told in {@code application/json}; any other
 * representation that a route produces is the data alone, and these headers say what the envelope would.
 */
@Component
class PublicAnswers {

    private final JsonMapper json;
    private final Sheets sheets;
    private final Clock clock;

    PublicAnswers(JsonMapper json, Sheets sheets, Clock clock) {
        this.json = json;
        this.sheets = sheets;
        this.clock = clock;
    }

    Mono<Void> write(Answer<?> answer, PublicAnswer declared, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        var type = contentType(exchange);
        var headers = response.getHeaders();
        headers.setCacheControl(
                CacheControl.maxAge(Duration.ofSeconds(declared.maxAge())).cachePublic());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        tellAge(answer, headers);
        var language = String.valueOf(headers.getContentLanguage());
        var tag = tag(answer, type + language);
        if (exchange.checkNotModified(tag, answer.asOf())) {
            return response.setComplete();
        }
        headers.setContentType(type);
        var body = answer.data() instanceof Sheet
                ? sheets.write(answer, type, headers.getContentLanguage(), headers)
                : body(answer, type);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** The one that the route's mapping chose by {@code Accept}. */
    static MediaType contentType(ServerWebExchange exchange) {
        Set<MediaType> produced = exchange.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        return produced == null || produced.isEmpty()
                ? MediaType.APPLICATION_JSON
                : produced.iterator().next();
    }

    /** A file says of when it is too; and a workbook is never the same to the byte, so its tag is a weak one. */
    private String tag(Answer<?> answer, String kind) {
        return answer.data() instanceof Sheet
                ? "W/" + ContentTag.of(kind, json.writeValueAsBytes(List.of(content(answer), answer.asOf())))
                : ContentTag.of(kind, json.writeValueAsBytes(content(answer)));
    }

    /** What has to differ for the answer to be another one: not when somebody happened to look. */
    private static List<Object> content(Answer<?> answer) {
        return List.of(answer.data(), answer.freshness(), answer.reliance(), answer.missing());
    }

    private byte[] body(Answer<?> answer, MediaType type) {
        if (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            return json.writeValueAsBytes(answer);
        }
        return answer.data() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(answer.data());
    }

    private void tellAge(Answer<?> answer, HttpHeaders headers) {
        if (answer.freshness() == Freshness.CACHED || answer.freshness() == Freshness.STALE) {
            var oldest = answer.sources().stream().map(Provenance::fetchedAt).min(Comparator.naturalOrder());
            headers.set(HttpHeaders.AGE, Long.toString(age(oldest.orElse(answer.asOf()))));
            headers.set("Cache-Status", "Qapi; hit; detail=" + answer.freshness());
        }
    }

    private long age(Instant moment) {
        return Math.max(0, Duration.between(moment, clock.instant()).toSeconds());
    }
}
