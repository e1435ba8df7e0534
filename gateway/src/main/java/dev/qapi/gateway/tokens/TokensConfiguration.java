package dev.qapi.gateway.tokens;

import dev.qapi.gateway.keys.Decoders;
import dev.qapi.gateway.keys.TokenRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalsProperties.class)
class TokensConfiguration {

    /** Before the session: a program that carries a cookie by mistake is still the portal that its token says. */
    @Bean
    @Order(0)
    TokenCredential portals(PortalsProperties portals, Decoders decoders, Binding binding) {
        return new TokenCredential(decoder(portals, decoders), binding);
    }

    private static ReactiveJwtDecoder decoder(PortalsProperties portals, Decoders decoders) {
        var issuer = portals.issuer();
        var keys = portals.jwksUri();
        var audience = portals.audience();
        return issuer == null || keys == null || audience == null
                ? _ -> Mono.error(new BadJwtException("no issuer is trusted"))
                : decoders.of(TokenRules.accessToken(keys, issuer, audience).shaped(TokenShape::check));
    }
}
