package dev.qapi.gateway.matrix;

import dev.qapi.gateway.Gateway;
import dev.qapi.gateway.resilience.Amnesia;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** A whole gateway before the simulated government, with times scaled down, a clock that stands still and breakers that never open. */
final class Bench implements AutoCloseable {

    static final Duration DEADLINE = Duration.ofSeconds(4);

    /** So much longer than the government thinks "slow" is that a busy machine does not turn slow into too slow. */
    private static final Map<String, Object> USUALLY = Map.of(
            "logging.level.root", "off",
            "logging.level.dev.qapi", "off",
            "qapi.sandbox", true,
            "server.port", 0,
            "management.server.port", 0,
            "qapi.ehis.connect", "500ms",
            "qapi.resilience.response", "1500ms",
            "qapi.redis.patience", "400ms",
            "qapi.resilience.patience", "10s",
            "qapi.resilience.deadline", DEADLINE.toMillis() + "ms");

    private final ConfigurableApplicationContext context;

    Bench(Governing government, Path data, Map<String, Object> properties) {
        this(government, data, properties, _ -> {});
    }

    /** @param more beans of the test's own */
    Bench(Governing government, Path data, Map<String, Object> properties, Consumer<GenericApplicationContext> more) {
        var all = new LinkedHashMap<>(USUALLY);
        all.putAll(government.properties());
        all.put("qapi.data", data);
        all.putAll(properties);
        this.context = new SpringApplicationBuilder(Gateway.class)
                .initializers(it -> furnish((GenericApplicationContext) it, government.clock(), more))
                .run(all.entrySet().stream()
                        .map(property -> "--" + property.getKey() + '=' + property.getValue())
                        .toArray(String[]::new));
    }

    private static void furnish(
            GenericApplicationContext beans, Clock clock, Consumer<GenericApplicationContext> more) {
        more.accept(beans);
        beans.registerBean(ReactorResourceFactory.class, Bench::ownThreads);
        beans.registerBean("stoppedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        beans.registerBean(
                "patientBreakers", CircuitBreakerRegistry.class, Bench::breakers, bean -> bean.setPrimary(true));
    }

    /** Whichever of several gateways closes first would close what all of them share. */
    private static ReactorResourceFactory ownThreads() {
        var threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        return threads;
    }

    /** No cell shall suffer from what another one met. */
    private static CircuitBreakerRegistry breakers() {
        var never = CircuitBreakerConfig.custom()
                .slidingWindowSize(1_000_000)
                .minimumNumberOfCalls(1_000_000)
                .build();
        return CircuitBreakerRegistry.custom()
                .withCircuitBreakerConfig(never)
                .addCircuitBreakerConfig("REDIS", never)
                .build();
    }

    void forgets() {
        Amnesia.strikes(context);
    }

    Asking asking() {
        return new Asking(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How often that was counted, with these tags, whatever others. */
    double count(String meter, String... tags) {
        return bean(MeterRegistry.class).find(meter).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
