package dev.qapi.services.opendata;

import dev.qapi.eservice.Words;
import dev.qapi.services.opendata.Published.Title;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What there is, and where. */
record Listing(List<Entry> datasets) {

    static final String HERE = "/api/v1/open-data/";

    static Listing of(Function<Dataset, Optional<Instant>> updated, Words words) {
        return new Listing(Arrays.stream(Dataset.values())
                .map(one -> new Entry(
                        Title.of(one, words),
                        words.of(one.description()),
                        updated.apply(one).orElse(null),
                        HERE + one.slug(),
                        HERE + one.slug() + ".csv"))
                .toList());
    }

    /**
     * @param updated when its figures were taken; null before the first time
     * @param json its address
     * @param csv its address as a file for spreadsheets
     */
    record Entry(
            Title dataset, String description, @Nullable Instant updated, String json, String csv) {}
}
