package dev.qapi.gateway.stores;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * How an operator says where a store is.
 *
 * @param variable the short way, an environment variable or system property
 * @param property what Boot calls the same
 * @param others Boot's further ways, such as sentinels or a cluster's nodes
 */
record Address(String store, String variable, String example, String property, List<String> others) {

    static final Address REDIS = new Address(
            "Redis",
            "REDIS_URL",
            "redis://host:6379",
            "spring.data.redis.url",
            List.of(
                    "spring.data.redis.host",
                    "spring.data.redis.sentinel.nodes",
                    "spring.data.redis.cluster.nodes",
                    "spring.data.redis.masterreplica.nodes"));

    static final Address MONGO = new Address(
            "MongoDB",
            "MONGODB_URI",
            "mongodb://host:27017/qapi?replicaSet=rs0",
            "spring.mongodb.uri",
            List.of("spring.mongodb.host", "spring.mongodb.additional-hosts"));

    boolean isGiven(Environment environment) {
        var binder = Binder.get(environment);
        return Stream.concat(Stream.of(property), others.stream())
                .anyMatch(name -> !binder.bind(name, Bindable.listOf(String.class))
                        .orElse(List.of())
                        .isEmpty());
    }

    /** The short way in Boot's words, empty when it was not used. */
    Map<String, Object> given(Environment environment) {
        var address = environment.getProperty(variable, "");
        return address.isBlank() ? Map.of() : Map.of(property, address);
    }

    String missing() {
        return "The gateway does not know where its %s is. Set the environment variable %s, for example %s=%s"
                .formatted(store, variable, variable, example);
    }
}
