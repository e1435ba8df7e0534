package dev.qapi.services.restrictions;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Manat;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system: the charge behind a restriction, and the papers that a person may name. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/charges/search")
    Mono<ResponseEntity<Charges>> charges(@RequestBody Person person);

    @PostExchange("/applications/search")
    Mono<ResponseEntity<Cases>> cases(@RequestBody Person person);

    record Charges(Match outcome, Instant asOf, boolean complete, Person.Echo subject, List<Charge> charges)
            implements Evidence<Person> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Person person) {
            return subject.is(person);
        }
    }

    record Charge(
            String clause,
            Manat amount,
            @Nullable RegisterNumber paymentNumber,
            @Nullable RegisterNumber protocolNumber,
            LocalDate dueBy,
            ChargeState state) {}

    enum ChargeState {
        DUE,
        PAID,
        LAPSED
    }

    record Cases(Match outcome, Instant asOf, boolean complete, Person.Echo subject, List<Case> applications)
            implements Evidence<Person> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Person person) {
            return subject.is(person);
        }

        /** Whether every application and decision number given is one of this person's. */
        boolean confirm(RestrictionInquiry inquiry) {
            var application = inquiry.applicationNumber();
            var decision = inquiry.decisionNumber();
            return (application == null
                            || applications.stream().anyMatch(it -> it.number().equals(application)))
                    && (decision == null
                            || applications.stream()
                                    .flatMap(it -> it.issued().stream())
                                    .anyMatch(it -> it.kind().equals("DECISION") && decision.names(it.number())));
        }
    }

    record Case(ApplicationNumber number, List<Issued> issued) {}

    record Issued(String kind, RegisterNumber number) {}
}
