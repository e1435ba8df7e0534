package dev.qapi.gateway.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebFluxConfigurer {

    private final Entrances entrances;

    SecurityConfiguration(Entrances entrances) {
        this.entrances = entrances;
    }

    @Bean
    static Callers callers(ObjectProvider<Credential> credentials) {
        Credential none = _ -> Mono.just(Who.ANONYMOUS);
        return credentials.orderedStream().toList().reversed().stream().reduce(none, SecurityConfiguration::before)::of;
    }

    private static Credential before(Credential rest, Credential first) {
        return exchange -> first.of(exchange).switchIfEmpty(Mono.defer(() -> rest.of(exchange)));
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
