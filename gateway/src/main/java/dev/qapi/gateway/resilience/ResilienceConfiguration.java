package dev.qapi.gateway.resilience;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResilienceProperties.class)
class ResilienceConfiguration {

    private static final Duration REDIS_REST = Duration.ofSeconds(1);

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Baku"));
    }

    @Bean
    CircuitBreakerRegistry breakers(ResilienceProperties properties) {
        return CircuitBreakerRegistry.custom()
                .withCircuitBreakerConfig(breaker(properties.rest()).build())
                .addCircuitBreakerConfig(RedisStore.NAME, breaker(REDIS_REST).build())
                .build();
    }

    /** Ten calls are enough to know, so that twenty find it open; rests are spread, so that gateways do not knock in step. */
    private static CircuitBreakerConfig.Builder breaker(Duration rest) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(5))
                .waitIntervalFunctionInOpenState(IntervalFunction.ofRandomized(rest, 0.5))
                .recordException(Faults::countsAgainstRegister);
    }

    @Bean
    BulkheadRegistry bulkheads(ResilienceProperties properties) {
        return BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrent())
                .maxWaitDuration(Duration.ZERO)
                .build());
    }

    @Bean
    MeterBinder breakerMetrics(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    MeterBinder bulkheadMetrics(BulkheadRegistry bulkheads) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
    }
}
