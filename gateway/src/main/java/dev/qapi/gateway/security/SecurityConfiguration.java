package dev.qapi.gateway.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebFluxConfigurer {

    private final Entrances entrances;

    SecurityConfiguration(Entrances entrances) {
        this.entrances = entrances;
    }

    @Bean
    static Callers callers(ObjectProvider<Credential> credentials) {
        var inOrder = credentials.orderedStream().toList();
        return exchange -> Flux.fromIterable(inOrder)
                .concatMap(credential -> credential.of(exchange))
                .next()
                .defaultIfEmpty(Who.ANONYMOUS);
    }

    /** {@link FramingFilter} has looked, before any filter of the library; it would look at every header once more. */
    @Bean
    static ServerWebExchangeFirewall lookedAtAlready() {
        return ServerWebExchangeFirewall.INSECURE_NOOP;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
        arguments.addCustomResolver(new CallerArgument(), new RightsArgument(entrances));
    }
}
