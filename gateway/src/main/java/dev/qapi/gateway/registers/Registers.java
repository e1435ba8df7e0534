package dev.qapi.gateway.registers;

import dev.qapi.gateway.json.StrictJson;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ClientCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives the clients of each register their ways to it, their own pools and strict decoding. */
@Component
class Registers implements WebClientHttpServiceGroupConfigurer {

    private static final int LARGEST_REPLY = 256 * 1024;

    private final Connections connections;
    private final Routes routes;
    private final JsonMapper json = StrictJson.forRegisters();

    Registers(Connections connections, Routes routes) {
        this.connections = connections;
        this.routes = routes;
    }

    @Override
    public void configureGroups(Groups<WebClient.Builder> groups) {
        groups.forEachClient((group, client) -> client.clientConnector(connections.pool(group.name()))
                .codecs(this::strict)
                .filter(routes));
    }

    private void strict(ClientCodecConfigurer codecs) {
        codecs.defaultCodecs().maxInMemorySize(LARGEST_REPLY);
        codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json, MediaType.APPLICATION_JSON));
        codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json, MediaType.APPLICATION_JSON));
    }

    /** After Boot's own, so that what is set here stays. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
