package dev.qapi.gateway.notices;

import dev.qapi.gateway.dispatch.Pace;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent by e-mail.
 *
 * @param address where people reach us, such as {@code https://qapi.example}; without it none are
 * @param code how long a code is good
 * @param tries how often it may be typed
 * @param codes how many may be asked for in a day
 * @param poll how often each gateway looks for what is due
 * @param idle how often one that has been sent everything is looked at
 * @param lease how long a gateway keeps one to itself
 * @param together to how many one gateway sends at once
 * @param retry how long after the first failure it is tried again; doubled with each further one
 * @param longest how long at most between two attempts
 * @param patience how long it is tried, before it is disabled
 */
@ConfigurationProperties("qapi.notices")
record NoticesProperties(
        @DefaultValue("") String address,
        @DefaultValue("1h") Duration code,
        @DefaultValue("5") int tries,
        @DefaultValue("5") int codes,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10m") Duration idle,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("4") int together,
        @DefaultValue("1m") Duration retry,
        @DefaultValue("6h") Duration longest,
        @DefaultValue("3d") Duration patience) {

    Pace pace() {
        return new Pace(poll, idle, lease, together, retry, longest, patience);
    }
}
