package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.BIRTH_DATE;
import static dev.qapi.services.owndata.FieldName.CITIZENSHIP;
import static dev.qapi.services.owndata.FieldName.FROM;
import static dev.qapi.services.owndata.FieldName.GIVEN;
import static dev.qapi.services.owndata.FieldName.KIND;
import static dev.qapi.services.owndata.FieldName.NATIVE_NAME;
import static dev.qapi.services.owndata.FieldName.NUMBER;
import static dev.qapi.services.owndata.FieldName.PATRONYMIC;
import static dev.qapi.services.owndata.FieldName.PIN;
import static dev.qapi.services.owndata.FieldName.SEX;
import static dev.qapi.services.owndata.FieldName.SURNAME;
import static dev.qapi.services.owndata.FieldName.UNTIL;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The entry-exit and registration system: the person, their documents and crossings of the border. */
@RegisterClient(Register.IAMAS)
interface Iamas {

    @PostExchange("/persons/search")
    Mono<ResponseEntity<Persons>> person(@RequestBody Sought sought);

    @PostExchange("/crossings/search")
    Mono<ResponseEntity<Crossings>> crossings(@RequestBody Sought sought);

    @PostExchange("/corrections/file")
    Mono<ResponseEntity<Noted>> correct(@RequestBody Noted.Form form);

    record Persons(
            Match outcome,
            Instant asOf,
            @JsonProperty("complete") boolean whole,
            Sought.Echo subject,
            @Nullable Registered person,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Persons {
            if ((outcome == Match.MATCHED) == (person == null)) {
                throw new IllegalArgumentException("outcome and person do not fit");
            }
        }

        @Override
        public List<Reply.Entry> entries() {
            return person == null
                    ? List.of()
                    : Stream.<Reply.Entry>concat(Stream.of(person), person.documents().stream())
                            .toList();
        }
    }

    record Registered(
            String surname,
            String given,
            @Nullable String patronymic,
            @JsonProperty("native") @Nullable String nativeName,
            Sex sex,
            BirthDate birthDate,
            Citizenship citizenship,
            List<Paper> documents,
            @Nullable RegisterNumber pin)
            implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(SURNAME, surname)
                    .add(GIVEN, given)
                    .add(PATRONYMIC, patronymic)
                    .add(NATIVE_NAME, nativeName)
                    .add(SEX, sex)
                    .add(BIRTH_DATE, birthDate)
                    .add(CITIZENSHIP, citizenship)
                    .add(PIN, pin);
        }
    }

    record Paper(
            DocumentKind type,
            RegisterNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(KIND, type).add(NUMBER, number).add(FROM, from).add(UNTIL, until);
        }
    }

    enum Sex {
        M,
        F
    }

    enum DocumentKind {
        PASSPORT,
        RESIDENCE_CARD,
        TRAVEL_DOCUMENT,
        ID_CARD
    }
}
