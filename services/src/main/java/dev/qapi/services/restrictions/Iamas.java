package dev.qapi.services.restrictions;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.qapi.eservice.Evidence;
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

/** The entry-exit and registration system, as it speaks about restrictions. */
@RegisterClient(Register.IAMAS)
interface Iamas {

    @PostExchange("/restrictions/search")
    Mono<ResponseEntity<Reply>> search(@RequestBody Person person);

    /** @param unread fields that we do not know: beside one of them an empty list is no proof of none */
    record Reply(
            Match outcome,
            Instant asOf,
            boolean complete,
            Person.Echo subject,
            List<Restriction> restrictions,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Evidence<Person>, Bars {

        public Reply {
            Bars.check(outcome, restrictions);
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean complete() {
            return complete && Bars.isWhole(restrictions, unread);
        }

        @Override
        public boolean isAbout(Person person) {
            return subject.is(person);
        }

        @Override
        public List<Bar> bars() {
            return restrictions.stream().map(Restriction::bar).toList();
        }
    }

    record Restriction(
            Bar.Direction direction,
            Ground ground,
            LocalDate since,
            @Nullable LocalDate until,
            boolean curable,
            @Nullable RegisterNumber protocolNumber,
            String authority) {

        Bar bar() {
            var because = switch (ground) {
                case UNPAID_FINE -> Bar.Ground.UNPAID_FINE;
                case REMOVAL -> Bar.Ground.REMOVAL;
                case COURT -> Bar.Ground.COURT;
                case SECURITY -> Bar.Ground.SECURITY;
            };
            return new Bar(direction, curable, authority, because, since, until, protocolNumber, null);
        }
    }

    enum Ground {
        UNPAID_FINE,
        REMOVAL,
        COURT,
        SECURITY
    }
}
