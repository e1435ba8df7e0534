package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.json.StrictJson;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.ClientCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/** Gives the clients of each register their address, their own pool, X-Road's headers and strict decoding. */
@Component
class Registers implements WebClientHttpServiceGroupConfigurer {

    private static final int LARGEST_REPLY = 256 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    /** Shorter than a register keeps a connection alive, so that none is used that it is about to close. */
    private static final Duration IDLE = Duration.ofSeconds(8);

    private final EhisProperties ehis;
    private final JsonMapper json = StrictJson.forRegisters();

    Registers(EhisProperties ehis) {
        this.ehis = ehis;
    }

    @Override
    public void configureGroups(Groups<WebClient.Builder> groups) {
        groups.forEachClient((group, client) -> configure(Register.valueOf(group.name()), client));
    }

    private void configure(Register register, WebClient.Builder client) {
        client.baseUrl(ehis.url() + "/r1/" + ehis.services().get(register))
                .clientConnector(new ReactorClientHttpConnector(http(register)))
                .codecs(this::strict)
                .filter(new Ehis(register, ehis.client()));
    }

    private HttpClient http(Register register) {
        var pool = ConnectionProvider.builder(register.name())
                .maxConnections(ehis.connections())
                .pendingAcquireMaxCount(ehis.connections())
                .pendingAcquireTimeout(ehis.connect())
                .maxIdleTime(IDLE)
                .build();
        return HttpClient.create(pool)
                .disableRetry(true)
                .followRedirect(false)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(LARGEST_HEADERS))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        ehis.connect().toMillis());
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
