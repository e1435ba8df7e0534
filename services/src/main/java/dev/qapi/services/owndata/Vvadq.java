package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.DATE;
import static dev.qapi.services.owndata.FieldName.KIND;
import static dev.qapi.services.owndata.FieldName.NUMBER;
import static dev.qapi.services.owndata.FieldName.OTHER;
import static dev.qapi.services.owndata.FieldName.PLACE;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
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
    Mono<ResponseEntity<Acts>> acts(@RequestBody Sought sought);

    record Acts(
            Match outcome,
            Instant asOf,
            @JsonProperty("complete") boolean whole,
            Sought.Echo subject,
            @Nullable Name person,
            List<Act> acts,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Acts {
            Reply.check(outcome, person, acts);
        }

        @Override
        public List<Act> entries() {
            return acts;
        }

        @Override
        public @Nullable Name writtenAs() {
            return person;
        }
    }

    record Act(
            ActKind kind,
            RegisterNumber number,
            LocalDate date,
            String place,
            @Nullable String other) implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(KIND, kind)
                    .add(NUMBER, number)
                    .add(DATE, date)
                    .add(PLACE, place)
                    .add(OTHER, other);
        }
    }

    enum ActKind {
        BIRTH,
        MARRIAGE,
        DIVORCE,
        NAME_CHANGE,
        DEATH
    }
}
