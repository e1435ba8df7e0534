package dev.qapi.services.payments;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Manat;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.ApplicationNumber;
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

/** The migration service's case system: what was decided, and what it knows of the payment. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/charges/search")
    Mono<ResponseEntity<Charges>> charges(@RequestBody Debtor debtor);

    /** @param unread fields that we do not know: beside one of them an empty list is no proof of none */
    record Charges(
            Match outcome,
            Instant asOf,
            boolean complete,
            Debtor.Echo subject,
            List<Charge> charges,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Evidence<Debtor>, Listed {

        public Charges {
            Listed.check(outcome, charges);
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean complete() {
            return complete && Listed.isWhole(charges, unread);
        }

        @Override
        public boolean isAbout(Debtor debtor) {
            return subject.is(debtor);
        }

        @Override
        public List<Charge> list() {
            return charges;
        }
    }

    record Charge(
            Kind kind,
            Purpose code,
            String clause,
            Manat amount,
            @Nullable RegisterNumber paymentNumber,
            @Nullable RegisterNumber protocolNumber,
            @Nullable ApplicationNumber applicationNumber,
            LocalDate decidedOn,
            LocalDate dueBy,
            State state,
            @Nullable LocalDate paidOn,
            boolean barsEntry) {}

    enum State {
        DUE,
        PAID,
        LAPSED
    }
}
