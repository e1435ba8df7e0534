package dev.qapi.services.stayextensions;

import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Objection;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.identifier.Malformed.Rule;
import dev.qapi.law.Deadlines;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Asks VMMS until when somebody may stay, and does not wait for it long: whoever files in time must get their receipt. */
record StayCheck(Source<Stay.Search, Stay.Reply> stays, Deadlines deadlines, Clock clock) {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    static StayCheck by(Vmms vmms, Sources sources, Clock clock) {
        var stays = sources.of(VMMS, Stay.Reply.class, Policy.NEVER_KEPT, vmms::stay);
        return new StayCheck(stays, Deadlines.read(), clock);
    }

    Mono<InTime> of(Extension wanted) {
        return stays.find(Stay.Search.of(wanted))
                .timeout(PATIENCE, Mono.fromSupplier(StayCheck::tooSlow))
                .map(found -> InTime.of(found, deadlines, wanted.citizenship(), Telling.day(clock.instant())));
    }

    private static Finding<Stay.Reply> tooSlow() {
        return new Finding.Silent<>(new Unavailable(VMMS, Outage.TIMEOUT, Unavailable.USUALLY, null));
    }

    static Mono<Void> objection(InTime found) {
        return found.verdict() == InTime.Verdict.TOO_LATE
                ? Mono.error(new Objection("/days", Rule.TOO_LATE))
                : Mono.empty();
    }
}
