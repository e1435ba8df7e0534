package dev.qapi.gateway.webhooks;

import dev.qapi.gateway.dispatch.Pace;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are sent.
 *
 * @param loopback whether addresses of this machine, over plain HTTP too, are good ones, and none else: to try it out
 * @param each how many a portal may have
 * @param poll how often each gateway looks for what is due
 * @param idle how often one that has been sent everything is looked at, should a gateway have died before it said that there is more
 * @param lease how long a gateway keeps one to itself: if it dies, another takes over after that
 * @param together to how many one gateway sends at once
 * @param connect how long a connection may take
 * @param answer how long all of an attempt may take
 * @param retry how long after the first failure it is tried again; doubled with each further one
 * @param longest how long at most between two attempts
 * @param patience how long it is tried, before it is disabled
 * @param kept how long the log of deliveries is
 */
@ConfigurationProperties("qapi.webhooks")
record WebhooksProperties(
        @DefaultValue("false") boolean loopback,
        @DefaultValue("10") int each,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration idle,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("64") int together,
        @DefaultValue("2s") Duration connect,
        @DefaultValue("5s") Duration answer,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("6h") Duration longest,
        @DefaultValue("3d") Duration patience,
        @DefaultValue("30d") Duration kept) {

    Pace pace() {
        return new Pace(poll, idle, lease, together, retry, longest, patience);
    }
}
