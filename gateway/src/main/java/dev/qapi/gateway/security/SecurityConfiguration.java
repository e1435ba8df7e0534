package dev.qapi.gateway.security;

import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebFluxConfigurer {

    /** Nobody can log in yet: what needs a login is closed. */
    @Bean
    Callers callers() {
        return _ -> Mono.just(Who.ANONYMOUS);
    }

    @Bean
    WebFluxRegistrations guarded(Callers callers) {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new Guard(callers);
            }
        };
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
        arguments.addCustomResolver(new CallerArgument());
    }
}
