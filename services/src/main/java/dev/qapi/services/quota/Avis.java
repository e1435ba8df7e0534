package dev.qapi.services.quota;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.TaxNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The tax system: whether a company is active. */
@RegisterClient(Register.AVIS)
interface Avis {

    @PostExchange("/taxpayers/search")
    Mono<ResponseEntity<Reply>> taxpayer(@RequestBody Taxpayer taxpayer);

    record Taxpayer(TaxNumber taxNumber) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of(taxNumber);
        }
    }

    record Reply(
            Match outcome,
            Instant asOf,
            boolean complete,
            Taxpayer subject,
            @Nullable Entry taxpayer) implements Evidence<Taxpayer> {

        public Reply {
            if ((outcome == Match.MATCHED) == (taxpayer == null)) {
                throw new IllegalArgumentException("outcome and taxpayer do not fit");
            }
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Taxpayer inquiry) {
            return subject.equals(inquiry)
                    && (taxpayer == null || taxpayer.taxNumber().equals(inquiry.taxNumber()));
        }
    }

    record Entry(TaxNumber taxNumber, TaxpayerStatus status) {}
}
