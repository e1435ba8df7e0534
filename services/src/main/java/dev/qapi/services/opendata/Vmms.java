package dev.qapi.services.opendata;

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

/** The quota of every employer together. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/quota/summary")
    Mono<ResponseEntity<Summary>> quota(@RequestBody Year year);

    /** About nobody. */
    record Year(int year) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of();
        }
    }

    record Summary(Match outcome, Instant asOf, boolean complete, Year subject, List<Activity> activities)
            implements Evidence<Year> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Year year) {
            return subject.equals(year);
        }

        Rows rows() {
            return new Rows(activities.stream()
                    .map(one -> Rows.row(Dataset.QUOTA, subject.year(), one.activity(), one.approved(), one.used()))
                    .toList());
        }
    }

    /** @param activity a letter of the classification of economic activities */
    record Activity(String activity, int approved, int used) {}
}
