package dev.qapi.gateway.start;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Sees to it that {@code qapi.secret} is there and long enough before anything could be encrypted with it. */
class SecretPostProcessor implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (Sandbox.isOnlyDescribed(environment)) {
            return;
        }
        var given = environment.getProperty("qapi.secret", "");
        var sandbox = Sandbox.in(environment);
        if (given.isBlank() && sandbox.isPresent()) {
            var kept = Secret.keptIn(sandbox.get().folder());
            Secret.check(kept);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("sandbox secret", Map.of("qapi.secret", kept)));
        } else {
            Secret.check(given);
        }
    }
}
