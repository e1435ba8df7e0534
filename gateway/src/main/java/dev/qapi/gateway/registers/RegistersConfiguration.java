package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.start.CannotStart;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    EhisProperties.class,
    AsanBridgeProperties.class,
    GppProperties.class,
    RegistersProperties.class
})
class RegistersConfiguration {

    private static final int LARGEST_TOKEN = 16 * 1024;

    @Bean
    Routes routes(
            EhisProperties ehis, AsanBridgeProperties bridge, GppProperties gpp, Connections connections, Clock clock) {
        var portal = new Direct(Register.GPP, gpp.url());
        return new Routes(
                bridge.url() == null
                        ? List.of(new Ehis(ehis), portal)
                        : List.of(new Ehis(ehis), asanBridge(bridge, connections, clock), portal));
    }

    private static AsanBridge asanBridge(AsanBridgeProperties bridge, Connections connections, Clock clock) {
        if (bridge.clientId().isBlank() || bridge.clientSecret().isBlank()) {
            throw new CannotStart("ASAN Bridge has an address but we have no name there. Set the environment variables"
                    + " QAPI_ASAN_BRIDGE_CLIENT_ID and QAPI_ASAN_BRIDGE_CLIENT_SECRET");
        }
        var http = WebClient.builder()
                .clientConnector(connections.pool("asan-bridge-token"))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_TOKEN))
                .filter(ExchangeFilterFunction.ofResponseProcessor(AccessToken::granted))
                .build();
        return new AsanBridge(bridge, new AccessToken(bridge, http, clock));
    }
}
