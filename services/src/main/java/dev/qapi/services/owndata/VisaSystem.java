package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.ENTRIES;
import static dev.qapi.services.owndata.FieldName.FROM;
import static dev.qapi.services.owndata.FieldName.KIND;
import static dev.qapi.services.owndata.FieldName.NUMBER;
import static dev.qapi.services.owndata.FieldName.STATE;
import static dev.qapi.services.owndata.FieldName.STAY_DAYS;
import static dev.qapi.services.owndata.FieldName.UNTIL;

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

/** The visa system. */
@RegisterClient(Register.VISA)
interface VisaSystem {

    @PostExchange("/visas/search")
    Mono<ResponseEntity<Visas>> visas(@RequestBody Sought sought);

    record Visas(
            Match outcome,
            Instant asOf,
            @JsonProperty("complete") boolean whole,
            Sought.Echo subject,
            @Nullable Name person,
            List<Visa> visas,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Visas {
            Reply.check(outcome, person, visas);
        }

        @Override
        public List<Visa> entries() {
            return visas;
        }

        @Override
        public @Nullable Name writtenAs() {
            return person;
        }
    }

    record Visa(
            RegisterNumber number,
            VisaKind kind,
            Entries entries,
            LocalDate from,
            LocalDate until,
            int stayDays,
            VisaState state)
            implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(KIND, kind)
                    .add(NUMBER, number)
                    .add(ENTRIES, entries)
                    .add(FROM, from)
                    .add(UNTIL, until)
                    .add(STAY_DAYS, stayDays)
                    .add(STATE, state);
        }
    }

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
