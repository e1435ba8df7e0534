package dev.qapi.services.quota;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.TaxNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system, as it speaks about the quota. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/quota/summary")
    Mono<ResponseEntity<Summary>> summary(@RequestBody YearOnly year);

    @PostExchange("/quota/report")
    Mono<ResponseEntity<Report>> report(@RequestBody OfEmployer employer);

    record YearOnly(int year) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of();
        }
    }

    record OfEmployer(TaxNumber taxNumber, int year) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of(taxNumber);
        }
    }

    /** A sum that is not that of its parts says that something is left out. */
    record Summary(
            Match outcome,
            Instant asOf,
            boolean complete,
            YearOnly subject,
            List<OfActivity> activities,
            int approved,
            int used)
            implements Evidence<YearOnly> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean complete() {
            return complete
                    && activities.stream().mapToInt(OfActivity::approved).sum() == approved
                    && activities.stream().mapToInt(OfActivity::used).sum() == used
                    && activities.stream().allMatch(it -> isSum(it.months(), it.used()));
        }

        @Override
        public boolean isAbout(YearOnly inquiry) {
            return subject.equals(inquiry);
        }
    }

    /** @param months see {@link Place} */
    record OfActivity(Activity activity, int approved, int used, List<Integer> months) {
        public OfActivity {
            months = Objects.requireNonNullElse(months, List.of());
        }
    }

    record Report(
            Match outcome,
            Instant asOf,
            boolean complete,
            OfEmployer subject,
            @Nullable String name,
            List<Place> places,
            int exempt)
            implements Evidence<OfEmployer> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean complete() {
            return complete && places.stream().allMatch(it -> isSum(it.months(), it.used()));
        }

        @Override
        public boolean isAbout(OfEmployer inquiry) {
            return subject.equals(inquiry);
        }
    }

    /** @param months how many of the used places were taken in each month that has begun; none if it is not told */
    record Place(Activity activity, String occupation, int approved, int used, int pending, List<Integer> months) {
        public Place {
            months = Objects.requireNonNullElse(months, List.of());
        }
    }

    private static boolean isSum(List<Integer> months, int used) {
        return months.isEmpty() || months.stream().mapToInt(Integer::intValue).sum() == used;
    }
}
