package dev.qapi.services.applications;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.Identifier;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system, as it speaks about how long decisions took. */
@RegisterClient(Register.VMMS)
interface Durations {

    @PostExchange("/applications/durations")
    Mono<ResponseEntity<Reply>> ofTheLast(@RequestBody Period period);

    record Period(int days) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of();
        }
    }

    record Reply(Match outcome, Instant asOf, boolean complete, Period subject, List<OfKind> kinds)
            implements Evidence<Period> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Period period) {
            return subject.equals(period);
        }
    }

    /** Percentiles of the working days from submission to decision. */
    record OfKind(Vmms.Kind kind, int cases, int p10, int p50, int p90) {

        public OfKind {
            if (cases < 1 || p10 < 0 || p10 > p50 || p50 > p90) {
                throw new IllegalArgumentException("no percentiles");
            }
        }
    }
}
