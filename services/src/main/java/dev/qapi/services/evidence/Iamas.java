package dev.qapi.services.evidence;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The entry-exit and registration system: names, documents and the last entry. */
@RegisterClient(Register.IAMAS)
interface Iamas {

    @PostExchange("/persons/search")
    Mono<ResponseEntity<Persons>> person(@RequestBody Asked asked);

    @PostExchange("/crossings/search")
    Mono<ResponseEntity<Crossings>> crossings(@RequestBody Asked asked);

    record Persons(
            Match outcome,
            Instant asOf,
            boolean complete,
            Asked.Echo subject,
            @Nullable Registered person) implements Reply {

        public Persons {
            if ((outcome == Match.MATCHED) == (person == null)) {
                throw new IllegalArgumentException("outcome and person do not fit");
            }
        }

        @Override
        public List<Told.Identity> entries(Words words) {
            return person == null ? List.of() : List.of(Told.Identity.of(person, words));
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
            List<Paper> documents) {}

    record Paper(
            DocumentKind type,
            RegisterNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** @param unread fields that we do not know: beside one of them an empty list is no proof of none */
    record Crossings(
            Match outcome,
            Instant asOf,
            boolean complete,
            Asked.Echo subject,
            List<Crossing> crossings,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Reply {

        public Crossings {
            Reply.check(outcome, null, crossings);
        }

        @Override
        public boolean complete() {
            return complete && Reply.isWhole(crossings, unread);
        }

        @Override
        public List<Told.Entry> entries(Words words) {
            return crossings.stream()
                    .filter(it -> it.direction() == Direction.ENTRY)
                    .max(Comparator.comparing(Crossing::at))
                    .map(it -> new Told.Entry(it.at(), it.point()))
                    .stream()
                    .toList();
        }
    }

    record Crossing(Direction direction, Instant at, String point) {}

    enum Direction {
        ENTRY,
        EXIT
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
