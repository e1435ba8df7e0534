package dev.qapi.gateway.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login lasts.
 *
 * @param idle without being used
 * @param longest however much it is used
 * @param patience how long Redis may take to find it
 */
@ConfigurationProperties("qapi.session")
record SessionProperties(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("150ms") Duration patience) {}
