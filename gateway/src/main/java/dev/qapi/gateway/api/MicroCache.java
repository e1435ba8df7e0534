package dev.qapi.gateway.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.limits.RateLimits;
import dev.qapi.gateway.resilience.Counted;
import dev.qapi.gateway.security.Guard;
import java.time.Clock;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells a kept answer once more to whoever asks the same in the same words within a second, as the bytes that it was: nothing is read, looked through, routed, worked
 * out or encoded for it. Who asks and what they may, how often, the audit and the statistics are looked at as ever, by the same pieces as on the long way, which is
 * gone whenever one of them objects.
 *
 * <p>Only an answer out of what is kept ({@link Freshness#CACHED}) is told again, so it may be told for a second longer than its policy says, and what it says of
 * its age may be that much behind. An answer about a person is told again only to the portal that has just been told it, by its token: anybody else might be guessing.
 * Whoever comes with a cookie goes the long way: what a session means may change in between.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class MicroCache implements WebFilter {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final Cache<Wording, Told> told = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Wording, Told>weigher((_, answer) -> answer.bytes())
            .expireAfterWrite(LONGEST)
            .build();
    private final Guard guard;
    private final RateLimits limits;
    private final Counted counted;
    private final Clock clock;

    MicroCache(Guard guard, RateLimits limits, Counted counted, Clock clock) {
        this.guard = guard;
        this.limits = limits;
        this.counted = counted;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!Wording.tells(request)) {
            return chain.filter(exchange);
        }
        return request.getMethod() == HttpMethod.GET
                ? tell(exchange, NOTHING, chain)
                : DataBufferUtils.join(request.getBody(), Wording.LARGEST)
                        .map(InquiryArgument::bytes)
                        .defaultIfEmpty(NOTHING)
                        .flatMap(body -> tell(holding(body, exchange), body, chain));
    }

    private Mono<Void> tell(ServerWebExchange exchange, byte[] body, WebFilterChain chain) {
        var wording = Wording.of(exchange.getRequest(), body);
        var known = told.getIfPresent(wording);
        return known != null && known.isYounger(LONGEST, clock.instant())
                ? again(known, exchange, chain)
                : longWay(exchange, wording, chain);
    }

    private Mono<Void> longWay(ServerWebExchange exchange, Wording wording, WebFilterChain chain) {
        return chain.filter(
                exchange.mutate().response(new Overheard(exchange, wording)).build());
    }

    private Mono<Void> again(Told known, ServerWebExchange exchange, WebFilterChain chain) {
        return admitted(known, exchange)
                .thenReturn(true)
                .onErrorReturn(false) // whoever objects does so again, where it can be told
                .flatMap(isAdmitted -> isAdmitted ? write(known, exchange) : chain.filter(exchange));
    }

    private Mono<Void> admitted(Told known, ServerWebExchange exchange) {
        var attributes = exchange.getAttributes();
        attributes.put(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, known.route());
        attributes.put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, known.pattern());
        return guard.admit(exchange, known.route()).then(Mono.defer(() -> limits.admit(exchange, known.route())));
    }

    private Mono<Void> write(Told known, ServerWebExchange exchange) {
        var attributes = exchange.getAttributes();
        ServerRequestObservationContext.findCurrent(attributes)
                .ifPresent(observed -> observed.setPathPattern(known.pattern().toString()));
        if (known.inquiry() != null) {
            attributes.put(Inquiry.class.getName(), known.inquiry());
        }
        attributes.put(Answer.class.getName(), known.answer());
        counted.retold(known.answer());
        return known.representation().writtenTo(exchange.getResponse());
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
            var answer = Told.again(exchange, this);
            if (answer != null) {
                var sent = Representation.of(getHeaders(), buffer);
                told.put(wording, Told.of(exchange, answer, sent, clock.instant()));
            }
        }
    }
}
