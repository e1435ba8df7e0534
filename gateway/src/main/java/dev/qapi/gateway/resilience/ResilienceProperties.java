package dev.qapi.gateway.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much patience there is with registers.
 *
 * @param response how long one call may take before it counts as failed
 * @param patience how long a person who can be told an older answer waits for a new one
 * @param deadline how long a person waits at most, retries included
 * @param concurrent how many calls may be under way to one register
 * @param rest how long a register that failed is left alone, give or take half, before it is tried again
 * @param remembered how many answers are kept in this process, the rest lie in Redis
 */
@ConfigurationProperties("qapi.resilience")
record ResilienceProperties(
        @DefaultValue("1500ms") Duration response,
        @DefaultValue("800ms") Duration patience,
        @DefaultValue("3s") Duration deadline,
        @DefaultValue("128") int concurrent,
        @DefaultValue("2s") Duration rest,
        @DefaultValue("20000") int remembered) {}
