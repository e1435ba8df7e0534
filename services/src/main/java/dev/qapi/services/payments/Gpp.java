package dev.qapi.services.payments;

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

/** The payment portal: what can be paid there, and what has been. */
@RegisterClient(Register.GPP)
interface Gpp {

    @PostExchange("/bills/search")
    Mono<ResponseEntity<Bills>> bills(@RequestBody Debtor debtor);

    /** @param unread fields that we do not know: beside one of them an empty list is no proof of none */
    record Bills(
            Match outcome,
            Instant asOf,
            boolean complete,
            Debtor.Echo subject,
            List<Bill> bills,
            @JsonAnySetter @Nullable Map<String, Object> unread)
            implements Evidence<Debtor>, Listed {

        public Bills {
            Listed.check(outcome, bills);
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean complete() {
            return complete && Listed.isWhole(bills, unread);
        }

        @Override
        public boolean isAbout(Debtor debtor) {
            return subject.is(debtor);
        }

        @Override
        public List<Bill> list() {
            return bills;
        }
    }

    record Bill(
            RegisterNumber paymentNumber,
            String purpose,
            Manat amount,
            State state,
            LocalDate dueBy,
            @Nullable Instant paidAt) {}

    enum State {
        OPEN,
        PAID,
        EXPIRED
    }
}
