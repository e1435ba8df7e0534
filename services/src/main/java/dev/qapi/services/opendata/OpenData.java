package dev.qapi.services.opendata;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Policy.NEVER_KEPT;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Csv;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Snapshot;
import dev.qapi.eservice.Snapshot.Taken;
import dev.qapi.eservice.Snapshots;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Statistics;
import dev.qapi.eservice.Words;
import dev.qapi.services.opendata.Vmms.Summary;
import dev.qapi.services.opendata.Vmms.Year;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** Publishes figures for everybody: always, from snapshots, whatever is down. */
@EService("open-data")
class OpenData {

    private final Map<Dataset, Snapshot<Rows>> snapshots;
    private final Clock clock;
    private final Instant start;

    /** @param vmms asked in the background only: no answer depends on it */
    OpenData(Statistics statistics, Optional<Vmms> vmms, Sources sources, Snapshots snapshots, Clock clock) {
        var counts = new Counts(statistics);
        var quota = sources.of(VMMS, Summary.class, NEVER_KEPT, vmms.orElseThrow()::quota);
        this.clock = clock;
        this.start = clock.instant();
        this.snapshots = Map.of(
                Dataset.SERVICES, snapshots.of("services", Rows.class, () -> Mono.fromSupplier(counts::services)),
                Dataset.LANGUAGES, snapshots.of("languages", Rows.class, () -> Mono.fromSupplier(counts::languages)),
                Dataset.AVAILABILITY,
                        snapshots.of("availability", Rows.class, () -> Mono.fromSupplier(counts::availability)),
                Dataset.QUOTA,
                        snapshots.of(
                                "quota",
                                Rows.class,
                                () -> quota.get(new Year(LocalDate.now(clock).getYear()))
                                        .map(answer -> answer.data().rows())));
    }

    @GetMapping
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Listing>> list(Words words) {
        return Mono.fromSupplier(() -> listing(words));
    }

    @GetMapping(produces = "application/ld+json")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Map<String, Object>>> dcat(Words words, Locale locale) {
        return Mono.fromSupplier(() -> listing(words).map(listing -> Dcat.of(listing, locale.getLanguage())));
    }

    @GetMapping("/{dataset}")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Published>> dataset(@PathVariable Dataset.Name dataset, Words words) {
        return Mono.fromSupplier(
                () -> rows(dataset.dataset()).map(rows -> Published.of(dataset.dataset(), rows, words)));
    }

    @GetMapping(path = "/{dataset}.csv", produces = Csv.TYPE)
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<String>> csv(@PathVariable Dataset.Name dataset) {
        return Mono.fromSupplier(() -> rows(dataset.dataset()).map(rows -> rows.csv(dataset.dataset().columns)));
    }

    private Answer<Rows> rows(Dataset dataset) {
        return Standing.of(latest(dataset), clock.instant());
    }

    private Optional<Taken<Rows>> latest(Dataset dataset) {
        return Optional.ofNullable(snapshots.get(dataset)).flatMap(Snapshot::latest);
    }

    private Optional<Instant> updated(Dataset dataset) {
        return latest(dataset).map(Taken::at);
    }

    private Answer<Listing> listing(Words words) {
        var last = Arrays.stream(Dataset.values())
                .flatMap(dataset -> updated(dataset).stream())
                .max(Comparator.naturalOrder())
                .orElse(start);
        return new Answer<>(
                Listing.of(this::updated, words),
                last,
                Freshness.FRESH,
                Reliance.SAFE,
                List.of(Standing.source(last)),
                List.of());
    }
}
