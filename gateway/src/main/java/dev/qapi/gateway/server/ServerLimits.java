package dev.qapi.gateway.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Patience with clients; whoever is slower is dropped.
 *
 * @param idle how long a connection may say nothing between requests, or inside a header
 * @param read how long a body may pause
 * @param request how long a whole request may take to arrive
 * @param write how long a piece of an answer may wait to be taken
 * @param drain for how long a gateway that is told to stop says that it is not ready and goes on answering: longer than
 *     whoever distributes requests needs to notice; unset none in the sandbox, else 5 s
 */
@ConfigurationProperties("qapi.server")
record ServerLimits(
        @DefaultValue("15s") Duration idle,
        @DefaultValue("5s") Duration read,
        @DefaultValue("10s") Duration request,
        @DefaultValue("10s") Duration write,
        @Nullable Duration drain) {}
