package dev.qapi.gateway.filing;

import dev.qapi.gateway.crypto.Pepper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilingProperties.class)
class FilingConfiguration implements WebFluxConfigurer {

    private final Pepper pepper;

    FilingConfiguration(Pepper pepper) {
        this.pepper = pepper;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
        arguments.addCustomResolver(new AttemptArgument(pepper), new EditArgument());
    }
}
