package dev.qapi.services.opendata;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.qapi.eservice.Statistics;
import dev.qapi.eservice.Statistics.Answers;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What the gateway counts, as rows. */
record Counts(Statistics statistics) {

    private record Spoken(LocalDate day, String language) implements Comparable<Spoken> {
        @Override
        public int compareTo(Spoken other) {
            var days = day.compareTo(other.day);
            return days != 0 ? days : language.compareTo(other.language);
        }
    }

    Rows services() {
        return new Rows(statistics.answers().stream()
                .map(one -> Rows.row(
                        Dataset.SERVICES,
                        one.day().toString(),
                        one.eservice(),
                        one.language(),
                        Rows.count(one.times()),
                        Rows.count(one.failed())))
                .toList());
    }

    Rows languages() {
        Map<Spoken, Long> spoken = statistics.answers().stream()
                .collect(groupingBy(
                        one -> new Spoken(one.day(), one.language()), TreeMap::new, summingLong(Answers::times)));
        return new Rows(spoken.entrySet().stream()
                .map(one -> Rows.row(
                        Dataset.LANGUAGES,
                        one.getKey().day().toString(),
                        one.getKey().language(),
                        Rows.count(one.getValue())))
                .toList());
    }

    Rows availability() {
        return new Rows(statistics.calls().stream()
                .map(one -> Rows.row(
                        Dataset.AVAILABILITY,
                        one.day().toString(),
                        one.register().name(),
                        one.via().name(),
                        Rows.count(one.asked()),
                        Rows.count(one.answered())))
                .toList());
    }
}
