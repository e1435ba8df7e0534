package dev.qapi.gateway.support;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.Gateway;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** A whole gateway that a test starts and closes by itself, as often as it wants, on the stores that it wants. */
public record OwnGateway(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final List<String> USUALLY = List.of(
            "qapi.sandbox=true",
            "server.port=0",
            "management.server.port=0",
            "qapi.ehis.url=http://told-by-own-government",
            "qapi.ehis.connect=200ms",
            "qapi.resilience.response=2s",
            "qapi.resilience.deadline=4s",
            "qapi.resilience.rest=400ms");

    public static OwnGateway on(Path data, String... properties) {
        var all = new LinkedHashMap<String, String>();
        Stream.concat(USUALLY.stream(), Stream.of("qapi.data=" + data)).forEach(property -> put(all, property));
        Stream.of(properties).forEach(property -> put(all, property));
        return new OwnGateway(new SpringApplicationBuilder(Gateway.class)
                .initializers(new OwnGovernment())
                .run(all.entrySet().stream()
                        .map(property -> "--" + property.getKey() + '=' + property.getValue())
                        .toArray(String[]::new)));
    }

    private static void put(Map<String, String> all, String property) {
        var name = property.substring(0, property.indexOf('='));
        all.put(name, property.substring(name.length() + 1));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Vmms vmms() {
        return bean(Vmms.class);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** What a meter with these tags (name, value, …) has counted. */
    public double count(String meter, String... tags) {
        return bean(MeterRegistry.class).find(meter).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** All that has arrived in Mongo. */
    public List<Document> audit() {
        return Flux.from(bean(MongoDatabase.class).getCollection("audit").find())
                .collectList()
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
