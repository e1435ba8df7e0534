package dev.qapi.gateway.limits;

import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.crypto.Pepper;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** One that has just been started beside a gateway, on the same stores; it knows nothing by itself. */
final class OtherGateway implements AutoCloseable {

    private final LockOuts lockOuts;
    private final Guesses guesses;

    OtherGateway(ApplicationContext gateway) {
        var allowances = gateway.getBean(Allowances.class);
        var pepper = gateway.getBean(Pepper.class);
        this.lockOuts = new LockOuts(
                gateway.getBean(LockOutStore.class),
                allowances,
                pepper,
                gateway.getBean(Clock.class),
                Duration.ofMillis(100));
        var buckets = new SafeBuckets(
                new FarBuckets(gateway.getBean(RedisLine.class), allowances, pepper),
                new NearBuckets(allowances),
                CircuitBreakerRegistry.of(Map.of("REDIS", CircuitBreakerConfig.ofDefaults())),
                new SimpleMeterRegistry(),
                Duration.ofSeconds(1));
        this.guesses = new Guesses(buckets, lockOuts, gateway.getBean(Release.class), new SimpleMeterRegistry());
    }

    /** What others tell. */
    void hears() {
        lockOuts.start();
    }

    boolean isLockedOut(Inquiry question) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/x"));
        guesses.begin(exchange, question).block(Duration.ofSeconds(10));
        Attempt attempt = exchange.getAttribute(Attempt.class.getName());
        return Objects.requireNonNull(attempt).isLimited();
    }

    @Override
    public void close() {
        lockOuts.stop();
    }
}
