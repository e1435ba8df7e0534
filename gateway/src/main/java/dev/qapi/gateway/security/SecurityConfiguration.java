package dev.qapi.gateway.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebFluxConfigurer {

    /** Nobody can log in yet: what needs a login is closed. */
    @Bean
    Callers callers() {
        return _ -> Mono.just(Who.ANONYMOUS);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
        arguments.addCustomResolver(new CallerArgument());
    }
}
