package dev.qapi.services.evidence;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.TaxNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The tax system: where somebody is employed. */
@RegisterClient(Register.AVIS)
interface Avis {

    @PostExchange("/employments/search")
    Mono<ResponseEntity<Employments>> employments(@RequestBody Asked asked);

    /** @param unread fields that we do not know: beside one of them an empty list is no proof of none */
    record Employments(
            Match outcome,
            Instant asOf,
            boolean complete,
            Asked.Echo subject,
            @Nullable Name person,
            List<Employment> employments,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Employments {
            Reply.check(outcome, person, employments);
        }

        @Override
        public boolean complete() {
            return complete && Reply.isWhole(employments, unread);
        }

        @Override
        public @Nullable Name writtenAs() {
            return person;
        }

        @Override
        public List<Employment> entries(Words words) {
            return employments;
        }
    }

    record Employment(
            TaxNumber taxNumber,
            String employerName,
            String position,
            LocalDate from,
            @Nullable LocalDate until) {}
}
