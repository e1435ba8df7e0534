package dev.qapi.gateway.server;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.HttpProtocol;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerLimits.class)
class ServerConfiguration {

    private static final int LINE = 4 * 1024;
    private static final int HEADERS = 8 * 1024;

    /** Netty by itself waits for ever for a client that sends a byte now and then. */
    @Bean
    NettyServerCustomizer limits(ServerLimits limits) {
        return server -> server.protocol(HttpProtocol.HTTP11)
                .idleTimeout(limits.idle())
                .readTimeout(limits.read())
                .requestTimeout(limits.request())
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(LINE)
                        .maxHeaderSize(HEADERS)
                        .h2cMaxContentLength(0)
                        .validateHeaders(true));
    }
}
