package dev.qapi.gateway.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.limits.Guesses;
import dev.qapi.gateway.limits.LimitedTarget;
import dev.qapi.gateway.limits.RateLimits;
import dev.qapi.gateway.resilience.Retold;
import dev.qapi.gateway.security.Guard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells a kept answer once more to whoever asks the same in the same words within a second, as the bytes that it was: nothing is read, routed, worked out or
 * encoded for it. Who asks and what they may, how often, about whom, the audit and the statistics are looked at as ever, by the same pieces as on the long way.
 *
 * <p>Only an answer out of what is kept ({@link Freshness#CACHED}) is told again, so it may be told for a second longer than its policy says, and what it says of
 * its age may be that much behind. Whoever comes with a cookie goes the long way: what a session means may change in between.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class MicroCache implements WebFilter {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int LARGEST = 4 * 1024;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final byte[] NOTHING = new byte[0];

    /** What never changes an answer, or is looked at anew whatever it says; lower case. */
    private static final Set<String> IGNORED = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "dpop",
            "host",
            "traceparent",
            "tracestate",
            "user-agent",
            "x-request-id");

    /** Those of the representation; all others are the request's own. */
    private static final List<String> KEPT = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.VARY,
            HttpHeaders.AGE,
            "Cache-Status");

    /** A request as it was written; a header that nobody here has heard of makes another one of it. */
    private record Wording(String method, String address, List<String> headers, String body) {

        /** It holds a token, and persons. */
        @Override
        public String toString() {
            return "Wording";
        }
    }

    private record Told(
            HandlerMethod route,
            Object pattern,
            @Nullable Inquiry inquiry,
            Answer<?> answer,
            HttpHeaders headers,
            byte[] body,
            Instant at) {

        int bytes() {
            return 2 * body.length + 2 * LARGEST;
        }
    }

    private final Cache<Wording, Told> told = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Wording, Told>weigher((_, answer) -> answer.bytes())
            .expireAfterWrite(LONGEST)
            .build();
    private final Guard guard;
    private final RateLimits limits;
    private final Guesses guesses;
    private final Retold retold;
    private final Clock clock;

    MicroCache(Guard guard, RateLimits limits, Guesses guesses, Retold retold, Clock clock) {
        this.guard = guard;
        this.limits = limits;
        this.guesses = guesses;
        this.retold = retold;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!isMeant(request)) {
            return chain.filter(exchange);
        }
        return request.getMethod() == HttpMethod.GET
                ? tell(exchange, NOTHING, chain)
                : DataBufferUtils.join(request.getBody(), LARGEST)
                        .map(MicroCache::bytes)
                        .defaultIfEmpty(NOTHING)
                        .flatMap(body -> tell(holding(body, exchange), body, chain));
    }

    private static boolean isMeant(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (!request.getPath().value().startsWith("/api/") || headers.containsHeader(HttpHeaders.COOKIE)) {
            return false;
        }
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.POST && isSmall(headers);
    }

    private static boolean isSmall(HttpHeaders headers) {
        var length = headers.getContentLength();
        return length > 0
                && length <= LARGEST
                && MediaType.APPLICATION_JSON_VALUE.equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))
                && !headers.containsHeader(HttpHeaders.CONTENT_ENCODING);
    }

    private Mono<Void> tell(ServerWebExchange exchange, byte[] body, WebFilterChain chain) {
        var wording = wording(exchange.getRequest(), body);
        var known = told.getIfPresent(wording);
        return known != null && isOfLate(known)
                ? again(known, exchange)
                : chain.filter(exchange.mutate()
                        .response(new Overheard(exchange, wording))
                        .build());
    }

    private boolean isOfLate(Told known) {
        var age = Duration.between(known.at(), clock.instant());
        return !age.isNegative() && age.compareTo(LONGEST) < 0;
    }

    /** The long way without what it would come to again. */
    private Mono<Void> again(Told known, ServerWebExchange exchange) {
        var attributes = exchange.getAttributes();
        attributes.put(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, known.route());
        attributes.put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, known.pattern());
        ServerRequestObservationContext.findCurrent(attributes)
                .ifPresent(observed -> observed.setPathPattern(known.pattern().toString()));
        return guard.admit(exchange, known.route())
                .then(Mono.defer(() -> limits.admit(exchange, known.route())))
                .then(Mono.defer(() -> begin(known, exchange)))
                .then(Mono.defer(() -> guesses.end(exchange, answer(known))))
                .flatMap(answer -> write(answer, known, exchange));
    }

    private Mono<Void> begin(Told known, ServerWebExchange exchange) {
        var inquiry = known.inquiry();
        if (inquiry == null) {
            return Mono.empty();
        }
        exchange.getAttributes().put(Inquiry.class.getName(), inquiry);
        return guesses.begin(exchange, inquiry);
    }

    private Mono<Answer<?>> answer(Told known) {
        var register = known.answer().sources().getFirst().register();
        return LimitedTarget.unlessMeant(register, clock, Mono.just(known.answer()));
    }

    private Mono<Void> write(Answer<?> answer, Told known, ServerWebExchange exchange) {
        retold.count(answer);
        exchange.getAttributes().put(Answer.class.getName(), answer);
        var response = exchange.getResponse();
        response.getHeaders().putAll(known.headers());
        return response.writeWith(Mono.just(response.bufferFactory().wrap(known.body())));
    }

    private static Wording wording(ServerHttpRequest request, byte[] body) {
        var headers = new ArrayList<String>(12);
        request.getHeaders().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!IGNORED.contains(lower)) {
                headers.add(lower);
                headers.addAll(values);
            }
        });
        return new Wording(
                request.getMethod().name(),
                request.getURI().toString(),
                headers,
                new String(body, StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** What was read of it is there to be read once more. */
    private static ServerWebExchange holding(byte[] body, ServerWebExchange exchange) {
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
        return exchange.mutate().request(request).build();
    }

    /** Keeps what is written if it may be told again. */
    private final class Overheard extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;
        private final Wording wording;

        Overheard(ServerWebExchange exchange, Wording wording) {
            super(exchange.getResponse());
            this.exchange = exchange;
            this.wording = wording;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(
                    body instanceof Mono<? extends DataBuffer> whole ? whole.doOnNext(this::keep) : body);
        }

        private void keep(DataBuffer buffer) {
            Answer<?> answer = exchange.getAttribute(Answer.class.getName());
            if (answer == null
                    || answer.freshness() != Freshness.CACHED
                    || answer.sources().isEmpty()
                    || Objects.requireNonNullElse(getStatusCode(), HttpStatus.OK) != HttpStatus.OK
                    || !(exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                            instanceof HandlerMethod route)) {
                return;
            }
            var body = new byte[buffer.readableByteCount()];
            buffer.toByteBuffer(ByteBuffer.wrap(body));
            var pattern = Objects.requireNonNull(
                    exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            var kept = new HttpHeaders();
            KEPT.forEach(name -> {
                var values = getHeaders().get(name);
                if (values != null) {
                    kept.put(name, List.copyOf(values));
                }
            });
            Inquiry inquiry = exchange.getAttribute(Inquiry.class.getName());
            told.put(wording, new Told(route, pattern, inquiry, answer, kept, body, clock.instant()));
        }
    }
}
