package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Stale;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All versions of a company's forecast of a year, the newest first. */
record Versions(List<Filed<Forecast, Vmms.Registered>> all) {

    private static final int ENOUGH = 16;

    static Versions of(List<Filed<Forecast, Vmms.Registered>> filed, CalendarYear year) {
        return new Versions(filed.stream()
                .filter(one -> one.payload().year() == year.value())
                .sorted(Comparator.comparing((Filed<Forecast, Vmms.Registered> one) ->
                                one.payload().version())
                        .reversed())
                .toList());
    }

    Optional<Filed<Forecast, Vmms.Registered>> newest() {
        return all.stream().findFirst();
    }

    /** Which one it is and what it says: no two are called alike, whatever they say. */
    static String tag(Filed<Forecast, Vmms.Registered> filed) {
        var hash = filed.receipt().hash();
        return filed.payload().version() + "-" + hash.substring(hash.length() - ENOUGH);
    }

    /**
     * The number of the version that may follow what was seen.
     *
     * @throws Stale if there never was what was seen
     */
    int after(@Nullable String seen) {
        return seen == null
                ? 1
                : all.stream()
                        .filter(one -> Objects.equals(tag(one), seen))
                        .map(one -> one.payload().version() + 1)
                        .findFirst()
                        .orElseThrow(Stale::new);
    }

    /** With one that has just been filed. */
    Versions with(Filed<Forecast, Vmms.Registered> filed) {
        var others = all.stream()
                .filter(one -> one.payload().version() != filed.payload().version());
        return of(
                Stream.concat(Stream.of(filed), others).toList(),
                new CalendarYear(filed.payload().year()));
    }
}
