package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.FROM;
import static dev.qapi.services.owndata.FieldName.HOST;
import static dev.qapi.services.owndata.FieldName.HOST_KIND;
import static dev.qapi.services.owndata.FieldName.NUMBER;
import static dev.qapi.services.owndata.FieldName.PLACE;
import static dev.qapi.services.owndata.FieldName.STATE;
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

/** The migration service's case system: where somebody is registered, and what they are permitted. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/registrations/search")
    Mono<ResponseEntity<Registrations>> registrations(@RequestBody Sought sought);

    @PostExchange("/permits/search")
    Mono<ResponseEntity<Permits>> permits(@RequestBody Sought sought);

    record Registrations(
            Match outcome,
            Instant asOf,
            @JsonProperty("complete") boolean whole,
            Sought.Echo subject,
            List<Registration> registrations,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Registrations {
            Reply.check(outcome, null, registrations);
        }

        @Override
        public List<Registration> entries() {
            return registrations;
        }
    }

    record Registration(
            RegisterNumber number,
            LocalDate from,
            @Nullable LocalDate until,
            String district,
            Host hostKind,
            String hostName,
            RegistrationState state)
            implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(NUMBER, number)
                    .add(PLACE, district)
                    .add(HOST_KIND, hostKind)
                    .add(HOST, hostName)
                    .add(FROM, from)
                    .add(UNTIL, until)
                    .add(STATE, state);
        }
    }

    enum Host {
        HOTEL,
        PERSON,
        EMPLOYER
    }

    enum RegistrationState {
        ACTIVE,
        ENDED,
        REMOVED_BY_HOST
    }
}
