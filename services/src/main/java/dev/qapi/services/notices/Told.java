package dev.qapi.services.notices;

import dev.qapi.eservice.Notices;
import dev.qapi.eservice.Notices.State;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where notices are sent.
 *
 * @param offered whether any are sent here at all
 * @param addresses one, or none
 */
record Told(boolean offered, List<Address> addresses) {

    /** @param since when it came into its state */
    record Address(EmailAddress address, Coded state, Instant since) {}

    record Coded(State code, String text) {}

    static Told of(boolean offered, Optional<Notices.Notice> notice, Words words) {
        return new Told(
                offered,
                notice.stream()
                        .map(it -> new Address(it.address(), new Coded(it.state(), words.of(it.state())), it.since()))
                        .toList());
    }
}
