package dev.qapi.services.restrictions;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Manat;
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

/** The register of court and bailiff debts, which keep a debtor in the country until they are paid. */
@RegisterClient(Register.ENFORCEMENT)
interface Enforcement {

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
            Direction direction,
            Ground ground,
            RegisterNumber caseNumber,
            LocalDate since,
            Manat amount,
            String authority) {

        Bar bar() {
            var because = switch (ground) {
                case COURT_DEBT -> Bar.Ground.COURT_DEBT;
                case ALIMONY -> Bar.Ground.ALIMONY;
            };
            var debt = new Bar.Debt(caseNumber, amount);
            return new Bar(Bar.Direction.EXIT, true, authority, because, since, null, null, debt);
        }
    }

    enum Direction {
        EXIT
    }

    enum Ground {
        COURT_DEBT,
        ALIMONY
    }
}
