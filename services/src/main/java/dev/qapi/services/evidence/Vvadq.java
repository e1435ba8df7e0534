package dev.qapi.services.evidence;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The register of civil-status acts. */
@RegisterClient(Register.VVADQ)
interface Vvadq {

    @PostExchange("/acts/search")
    Mono<ResponseEntity<Acts>> acts(@RequestBody Asked asked);

    /** @param unread fields that we do not know: beside one of them an empty list is no proof of none */
    record Acts(
            Match outcome,
            Instant asOf,
            boolean complete,
            Asked.Echo subject,
            @Nullable Name person,
            List<Act> acts,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Acts {
            Reply.check(outcome, person, acts);
        }

        @Override
        public boolean complete() {
            return complete && Reply.isWhole(acts, unread);
        }

        @Override
        public @Nullable Name writtenAs() {
            return person;
        }

        @Override
        public List<Told.Act> entries(Words words) {
            return acts.stream().map(it -> Told.Act.of(it, words)).toList();
        }
    }

    record Act(
            ActKind kind,
            RegisterNumber number,
            LocalDate date,
            String place,
            @Nullable String other) {}

    enum ActKind {
        BIRTH,
        MARRIAGE,
        DIVORCE,
        NAME_CHANGE,
        DEATH
    }
}
