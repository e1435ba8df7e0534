package dev.qapi.gateway.server;

import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServerResponse;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerLimits.class)
class ServerConfiguration {

    private static final int LINE = 4 * 1024;
    private static final int HEADERS = 8 * 1024;
    private static final int PIPELINED = 16;

    /** Netty by itself waits for ever for a client that sends, or reads, a byte now and then. */
    @Bean
    NettyServerCustomizer limits(ServerLimits limits) {
        return server -> server.protocol(HttpProtocol.HTTP11)
                .idleTimeout(limits.idle())
                .readTimeout(limits.read())
                .requestTimeout(limits.request())
                .maxPipelineDepth(PIPELINED)
                .doOnChannelInit((_, channel, _) -> channel.pipeline()
                        .addFirst(new WriteTimeoutHandler(limits.write().toMillis(), TimeUnit.MILLISECONDS)))
                .mapHandle((handled, connection) -> handled.then(Mono.fromRunnable(() -> closeIfBare(connection))))
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(LINE)
                        .maxHeaderSize(HEADERS)
                        .h2cMaxContentLength(0)
                        .validateHeaders(true));
    }

    /** Nobody has written a word: Spring could not read the target and calls no filter that might say so. */
    private static void closeIfBare(Connection connection) {
        if (connection instanceof HttpServerResponse response
                && !response.hasSentHeaders()
                && response.status().code() == 400) {
            response.keepAlive(false);
        }
    }
}
