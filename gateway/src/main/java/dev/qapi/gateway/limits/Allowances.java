package dev.qapi.gateway.limits;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How much each limit allows. */
@Component
@EnableConfigurationProperties(LimitsProperties.class)
class Allowances {

    private static final int IN_THE_SANDBOX = 10;

    private final LimitsProperties properties;
    private final int generosity;

    Allowances(LimitsProperties properties, @Value("${qapi.sandbox:false}") boolean sandbox) {
        var given = properties.generosity();
        this.properties = properties;
        this.generosity = given != null ? given : sandbox ? IN_THE_SANDBOX : 1;
    }

    /** For all gateways together, counted in Redis. */
    long whole(Limit limit) {
        return limit.whole(properties, generosity);
    }

    /** For this gateway alone. */
    long share(Limit limit) {
        return Math.max(1, whole(limit) / Math.max(1, properties.instances()));
    }
}
