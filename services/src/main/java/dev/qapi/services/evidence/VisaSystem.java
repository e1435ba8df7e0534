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

/** The visa system. */
@RegisterClient(Register.VISA)
interface VisaSystem {

    @PostExchange("/visas/search")
    Mono<ResponseEntity<Visas>> visas(@RequestBody Asked asked);

    /** @param unread fields that we do not know: beside one of them an empty list is no proof of none */
    record Visas(
            Match outcome,
            Instant asOf,
            boolean complete,
            Asked.Echo subject,
            @Nullable Name person,
            List<Issued> visas,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Visas {
            Reply.check(outcome, person, visas);
        }

        @Override
        public boolean complete() {
            return complete && Reply.isWhole(visas, unread);
        }

        @Override
        public @Nullable Name writtenAs() {
            return person;
        }

        @Override
        public List<Told.Visa> entries(Words words) {
            return visas.stream().map(it -> Told.Visa.of(it, words)).toList();
        }
    }

    record Issued(
            RegisterNumber number,
            VisaKind kind,
            Entries entries,
            LocalDate from,
            LocalDate until,
            int stayDays,
            VisaState state) {}

    enum VisaKind {
        TOURISM,
        WORK,
        STUDY,
        BUSINESS,
        TRANSIT
    }

    enum Entries {
        SINGLE,
        MULTIPLE
    }

    enum VisaState {
        VALID,
        USED,
        EXPIRED
    }
}
