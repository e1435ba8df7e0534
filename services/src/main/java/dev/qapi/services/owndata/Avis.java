package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.EMPLOYER;
import static dev.qapi.services.owndata.FieldName.FROM;
import static dev.qapi.services.owndata.FieldName.POSITION;
import static dev.qapi.services.owndata.FieldName.TAX_NUMBER;
import static dev.qapi.services.owndata.FieldName.UNTIL;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
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
    Mono<ResponseEntity<Employments>> employments(@RequestBody Sought sought);

    record Employments(
            Match outcome,
            Instant asOf,
            @JsonProperty("complete") boolean whole,
            Sought.Echo subject,
            @Nullable Name person,
            List<Employment> employments,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Employments {
            Reply.check(outcome, person, employments);
        }

        @Override
        public List<Employment> entries() {
            return employments;
        }

        @Override
        public @Nullable Name writtenAs() {
            return person;
        }
    }

    record Employment(
            TaxNumber taxNumber,
            String employerName,
            String position,
            LocalDate from,
            @Nullable LocalDate until) implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(EMPLOYER, employerName)
                    .add(TAX_NUMBER, taxNumber)
                    .add(POSITION, position)
                    .add(FROM, from)
                    .add(UNTIL, until);
        }
    }
}
