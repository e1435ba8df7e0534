package dev.qapi.gateway.audit;

import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Register;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Until when every gateway has delivered all that it wrote. One that was killed holds this back until the next one on its
 * folder has delivered the rest; one that never comes back, for a week.
 */
@Component
class Completeness {

    private static final Duration NEVER_COMES_BACK = Duration.ofDays(7);

    private final AuditHeads heads;
    private final AuditStamp stamp;
    private final Clock clock;

    Completeness(AuditHeads heads, AuditStamp stamp, Clock clock) {
        this.heads = heads;
        this.stamp = stamp;
        this.clock = clock;
    }

    /** Fails if nobody has delivered anything yet. */
    Mono<Instant> until() {
        return heads.all().filter(stamp::isOn).map(AuditHead::of).collectList().map(this::until);
    }

    /** Before the moment of a head, what was not yet written is what nobody was told. */
    private Instant until(List<AuditHead> all) {
        var succeeded = new HashSet<String>();
        all.forEach(head -> {
            if (head.after() != null) {
                succeeded.add(head.after().chain());
            }
        });
        var gone = clock.instant().minus(NEVER_COMES_BACK);
        return all.stream()
                .filter(head ->
                        !head.closed() && !succeeded.contains(head.last().chain()))
                .map(AuditHead::at)
                .filter(at -> at.isAfter(gone))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new Unavailable(Register.GATEWAY, Outage.DOWN, Unavailable.USUALLY, null))
                .minus(AuditQueue.PATIENCE);
    }
}
