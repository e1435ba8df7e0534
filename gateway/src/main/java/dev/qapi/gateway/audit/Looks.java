package dev.qapi.gateway.audit;

import dev.qapi.eservice.EventType;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.gateway.events.Owners;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells whoever a portal has asked about that one has, once for each entry of the audit. */
@Component
class Looks {

    /** An entry about which somebody can be told: others, which nobody wrote, stop none. */
    private static final Set<String> NAMED = Set.of("client", "subject", "route");

    private static final int PERSONS_AT_ONCE = 16;

    private final EventLog log;
    private final Owners owners;

    Looks(EventLog log, Owners owners) {
        this.log = log;
        this.owners = owners;
    }

    /** Of one person one after the other, for their events are in one order. */
    Mono<Void> note(List<Document> entries) {
        return Flux.fromIterable(entries)
                .filter(entry -> entry.keySet().containsAll(NAMED))
                .mapNotNull(this::happening)
                .collectMultimap(Happening::owner)
                .flatMapIterable(byOwner -> byOwner.values())
                .flatMap(looks -> Flux.fromIterable(looks).concatMap(log::note), PERSONS_AT_ONCE)
                .then();
    }

    private @Nullable Happening happening(Document entry) {
        var owner = owners.audited(entry.getString("subject"));
        if (owner == null) {
            return null;
        }
        var at = Objects.requireNonNull(entry.getDate("at")).toInstant();
        return new Happening(
                owner,
                EventType.ACCESS_RECORDED,
                at,
                AuditAccesses.eservice(entry.getString("route")),
                null,
                "look " + entry.getString("_id"));
    }
}
