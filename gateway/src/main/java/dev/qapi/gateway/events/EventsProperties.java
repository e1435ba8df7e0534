package dev.qapi.gateway.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are kept and followed.
 *
 * @param kept for how long
 * @param poll how often who follows them is looked up what other gateways have noted
 * @param beat how often the connection of who follows them is kept, and it is looked whether they still may
 * @param longest after which time who follows them has to come again
 * @param each how many may follow the events of one person, company or portal at one gateway
 * @param together how many may follow any at one gateway
 */
@ConfigurationProperties("qapi.events")
record EventsProperties(
        @DefaultValue("30d") Duration kept,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration beat,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("4") int each,
        @DefaultValue("2000") int together) {}
