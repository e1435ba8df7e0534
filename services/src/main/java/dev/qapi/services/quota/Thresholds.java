package dev.qapi.services.quota;

import dev.qapi.eservice.Course;
import dev.qapi.eservice.EventType;
import java.util.List;
import java.util.stream.Stream;

/** From how much on it is told that a quota nears its end: once each in a year, for each activity and occupation. */
final class Thresholds {

    private static final List<Integer> PERCENT = List.of(80, 90, 100);

    private Thresholds() {}

    static Course reached(Vmms.Report report) {
        var year = report.subject().year();
        var reached = report.places().stream()
                .flatMap(place -> reached(place)
                        .map(percent -> year + "/" + place.activity() + "/" + place.occupation() + "/" + percent))
                .toList();
        return new Course(reached, EventType.QUOTA_LOW, false);
    }

    private static Stream<Integer> reached(Vmms.Place place) {
        var taken = 100L * (place.used() + place.pending());
        return PERCENT.stream().filter(percent -> place.approved() > 0 && taken >= (long) percent * place.approved());
    }
}
