package dev.qapi.gateway.start;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lets {@link Welcome} be the first thing that a newcomer reads; operators keep the lines that their tools look for. */
class QuietSandbox implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (Sandbox.in(environment).isPresent()) {
            Map<String, Object> quiet = Map.of("spring.main.log-startup-info", false);
            environment.getPropertySources().addLast(new MapPropertySource("quiet sandbox", quiet));
        }
    }
}
