package dev.qapi.gateway.address;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AddressProperties.class)
class AddressConfiguration {

    /** By this name Spring asks for it before the first filter; Boot's own would believe whoever sends the headers. */
    @Bean
    ProxiedRequests forwardedHeaderTransformer(AddressProperties properties) {
        return new ProxiedRequests(new Proxies(properties.trustedProxies()));
    }
}
