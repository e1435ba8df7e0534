package dev.qapi.mock.registers;

import dev.qapi.law.WorkingDays;
import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.CaseStory;
import dev.qapi.mock.population.Person;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long decisions took, by the cases of the personas and of up to {@value #MOST} people spread over the country: no question
 * may have to wait until millions are counted. Counted once a day.
 */
record Durations(Government government, Search search, Map<Key, Map<String, int[]>> counted) {

    /** How many made-up people are looked at. */
    static final int MOST = 4_000;

    private static final WorkingDays CALENDAR = WorkingDays.read();

    /** Statistics hold for a day. */
    record Key(int days, LocalDate today) {}

    private record Decided(String kind, int workingDays) {}

    Durations(Government government, Search search) {
        this(government, search, new ConcurrentHashMap<>());
    }

    /** Counts those of a year in advance, so that the first who asks need not wait for it. */
    Durations counting() {
        Thread.ofPlatform().daemon().name("durations").start(() -> of(365));
        return this;
    }

    RegisterReply answer(ObjectNode request) {
        var kinds = of(request.path("days").asInt());
        var body = search.envelope(kinds.isEmpty() ? "NO_MATCH" : "MATCHED", request);
        var told = body.putArray("kinds");
        kinds.forEach((kind, days) -> told.addObject()
                .put("kind", kind)
                .put("cases", days.length)
                .put("p10", percentile(days, 10))
                .put("p50", percentile(days, 50))
                .put("p90", percentile(days, 90)));
        return RegisterReply.ok(body);
    }

    /** By nearest rank. */
    private static int percentile(int[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }

    private Map<String, int[]> of(int days) {
        var today = Baku.day(government.now());
        counted.keySet().removeIf(old -> !old.today().equals(today));
        return counted.computeIfAbsent(new Key(days, today), this::count);
    }

    private Map<String, int[]> count(Key key) {
        var byKind = people().flatMap(government::cases)
                .flatMap(story -> decided(story, key).stream())
                .collect(Collectors.groupingBy(Decided::kind));
        var sorted = new TreeMap<String, int[]>();
        byKind.forEach((kind, cases) -> sorted.put(
                kind, cases.stream().mapToInt(Decided::workingDays).sorted().toArray()));
        return sorted;
    }

    private Stream<Person> people() {
        var country = government.country();
        var looked = Math.min(country.size(), MOST);
        return Stream.concat(
                country.cast().persons().stream(),
                IntStream.range(0, looked).mapToObj(it -> country.person((int) ((long) it * country.size() / looked))));
    }

    private static Optional<Decided> decided(CaseStory story, Key key) {
        var submitted = Baku.day(story.history().getFirst().at());
        return first(story, "190", "210")
                .filter(end -> end.isAfter(key.today().minusDays(key.days())))
                .flatMap(_ -> first(story, "150", "170", "190", "210"))
                .map(day -> new Decided(story.of().kind(), CALENDAR.between(submitted, day)));
    }

    private static Optional<LocalDate> first(CaseStory story, String... statuses) {
        return story.history().stream()
                .filter(step -> Stream.of(statuses).anyMatch(step.status()::equals))
                .map(step -> Baku.day(step.at()))
                .findFirst();
    }
}
