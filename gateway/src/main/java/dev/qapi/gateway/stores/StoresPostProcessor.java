package dev.qapi.gateway.stores;

import dev.qapi.gateway.start.CannotStart;
import dev.qapi.gateway.start.Sandbox;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settles before any bean exists where Redis and MongoDB are: where the operator says, else embedded in the sandbox. */
class StoresPostProcessor implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (Sandbox.isOnlyDescribed(environment)) {
            return;
        }
        var addresses = new HashMap<String, Object>();
        addresses.putAll(settle(
                Address.MONGO, environment, data -> EmbeddedMongo.in(data).properties()));
        addresses.putAll(settle(
                Address.REDIS, environment, data -> EmbeddedRedis.in(data).properties()));
        environment.getPropertySources().addFirst(new MapPropertySource("stores", addresses));
    }

    private static Map<String, Object> settle(
            Address address, ConfigurableEnvironment environment, Function<Path, Map<String, Object>> embedded) {
        var given = address.given(environment);
        if (!given.isEmpty() || address.isGiven(environment)) {
            return given;
        }
        var sandbox = Sandbox.in(environment).orElseThrow(() -> new CannotStart(address.missing()));
        return embedded.apply(sandbox.folder());
    }
}
