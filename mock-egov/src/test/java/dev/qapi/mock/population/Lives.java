package dev.qapi.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Six thousand people, and what tests ask of their lives. */
final class Lives {

    static final int SIZE = 6_000;
    static final Country COUNTRY = new Country(7, SIZE, 0);
    static final LocalDate DAY = Setting.read().day();

    static final List<Person> PEOPLE =
            IntStream.range(0, SIZE).mapToObj(COUNTRY::person).toList();

    /** A time in the country; one that does not end ends with the lives. */
    record Stay(LocalDate from, LocalDate until) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    static void everybody(Predicate<Person> holds) {
        assertThat(PEOPLE.stream().filter(holds.negate()).map(Person::id).limit(5))
                .isEmpty();
    }

    static List<Stay> stays(Person person) {
        var stays = new ArrayList<Stay>();
        var all = person.crossings();
        for (var i = 0; i < all.size(); i += 2) {
            var until = i + 1 < all.size() ? Baku.day(all.get(i + 1).at()) : LocalDate.MAX;
            stays.add(new Stay(Baku.day(all.get(i).at()), until));
        }
        return stays;
    }

    static Stream<LocalDate> entries(Person person) {
        return stays(person).stream().map(Stay::from);
    }

    static Stream<CaseStory> ended(Person person) {
        var end = Instant.parse("2036-01-01T00:00:00Z");
        return person.cases().stream().flatMap(it -> COUNTRY.story(it, new Moment(end, end), null).stream());
    }

    static Stream<LocalDate> reached(CaseStory story, String status) {
        return story.history().stream().filter(it -> it.status().equals(status)).map(it -> Baku.day(it.at()));
    }

    private Lives() {}
}
