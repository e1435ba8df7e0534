package dev.qapi.gateway.stores;

import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The gateway's stores as it wires them, without the rest of the gateway. */
final class Contexts {

    private Contexts() {}

    static ApplicationContextRunner redis(Map<String, Object> properties) {
        return runner(properties)
                .withUserConfiguration(RedisConfiguration.class)
                .withConfiguration(AutoConfigurations.of(
                        DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class));
    }

    static ApplicationContextRunner mongo(Map<String, Object> properties) {
        return runner(properties)
                .withUserConfiguration(MongoConfiguration.class)
                .withConfiguration(AutoConfigurations.of(MongoReactiveAutoConfiguration.class));
    }

    private static ApplicationContextRunner runner(Map<String, Object> properties) {
        Quiet.please();
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues(properties.entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }
}
