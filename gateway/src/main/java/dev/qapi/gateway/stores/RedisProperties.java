package dev.qapi.gateway.stores;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much patience there is with Redis.
 *
 * @param patience how long one command may take; far less than connecting and greeting, which Boot's
 *     {@code spring.data.redis.connect-timeout} and {@code spring.data.redis.timeout} limit
 */
@ConfigurationProperties("qapi.redis")
record RedisProperties(@DefaultValue("50ms") Duration patience) {}
