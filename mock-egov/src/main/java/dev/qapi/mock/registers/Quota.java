package dev.qapi.mock.registers;

import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.CaseStory;
import dev.qapi.mock.population.Employer;
import dev.qapi.mock.population.Employer.Places;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The quota: what was approved for a calendar year, and what work permits and applications for them have taken of it. */
record Quota(Government government, Search search, Map<Key, Map<Integer, Map<String, int[]>>> summaries) {

    /** Sums hold for a day, and until something is filed. */
    record Key(LocalDate day, int version) {}

    /** Days whose sums are kept: a clock that is moved to and fro shall not reckon all anew each time. */
    private static final int DAYS = 32;

    private static final String ISSUED = "190";

    /** Of the sums of an activity: approved, used, and then the months. */
    private static final int JANUARY = 2;

    Quota(Government government, Search search) {
        this(government, search, new ConcurrentHashMap<>());
    }

    RegisterReply report(ObjectNode request) {
        var year = request.path("year").asInt();
        var employer = government.country().employer(request.path("taxNumber").asString());
        var reply = search.number(request, employer, List.of("places"), (body, it) -> {
            body.put("name", it.name()).put("exempt", it.exempt());
            body.set("places", Json.of(places(it, year)));
        });
        ((ObjectNode) reply.body()).putIfAbsent("exempt", Json.of(0));
        return reply;
    }

    /** Whether an employer may have one more of an occupation in a year, all that is asked for included. */
    boolean hasRoom(Employer employer, String occupation, int year) {
        return places(employer, year).stream()
                .anyMatch(it -> it.occupation().equals(occupation) && it.used() + it.pending() < it.approved());
    }

    private record Place(
            String activity, String occupation, int approved, int used, int pending, List<Integer> months) {}

    private List<Place> places(Employer employer, int year) {
        return places(employer).getOrDefault(year, List.of());
    }

    private Map<Integer, List<Place>> places(Employer employer) {
        var cases = workPermits(employer).toList();
        return employer.quota().stream()
                .collect(Collectors.groupingBy(
                        Places::year, Collectors.mapping(it -> place(it, cases, it.year()), Collectors.toList())));
    }

    private Place place(Places it, List<CaseStory> cases, int year) {
        var own = cases.stream()
                .filter(story -> it.occupation().equals(story.of().occupation()))
                .toList();
        var months = Months.of(it.used(), own.stream().flatMap(story -> issues(story, year)), year, today());
        var pending = own.stream().filter(story -> isPending(story, year)).count();
        return new Place(
                it.activity(),
                it.occupation(),
                it.approved(),
                months.sum(),
                it.pending() + (int) pending,
                months.counts());
    }

    private Stream<CaseStory> workPermits(Employer employer) {
        var workers = government.country().workers(employer).flatMap(government::cases);
        return Stream.concat(workers, government.filedFor(employer))
                .filter(story -> employer.id().equals(story.of().employer()))
                .filter(story -> story.of().kind().equals("WP"));
    }

    private static Stream<LocalDate> issues(CaseStory story, int year) {
        return story.history().stream()
                .filter(step -> step.status().equals(ISSUED))
                .map(step -> Baku.day(step.at()))
                .filter(day -> day.getYear() == year)
                .limit(1);
    }

    private static boolean isPending(CaseStory story, int year) {
        var begun = Baku.day(story.history().getFirst().at()).getYear();
        return begun == year && !story.has(ISSUED) && !story.now().status().startsWith("2");
    }

    RegisterReply summary(ObjectNode request) {
        var totals = totals().getOrDefault(request.path("year").asInt(), Map.of());
        var body = search.envelope(totals.isEmpty() ? "NO_MATCH" : "MATCHED", request);
        var activities = body.putArray("activities");
        var begun = Months.begun(request.path("year").asInt(), today());
        totals.forEach((activity, sums) -> {
            var line = activities
                    .addObject()
                    .put("activity", activity)
                    .put("approved", sums[0])
                    .put("used", sums[1]);
            line.set("months", Json.of(Arrays.copyOfRange(sums, JANUARY, JANUARY + begun)));
        });
        return RegisterReply.ok(body.put("approved", sum(totals, 0)).put("used", sum(totals, 1)));
    }

    private Map<Integer, Map<String, int[]>> totals() {
        var key = new Key(today(), government.journal().version());
        summaries.keySet().removeIf(old -> old.version() != key.version() || summaries.size() > DAYS);
        return summaries.computeIfAbsent(key, _ -> reckoned());
    }

    /** All years at once: whose permits count is the same for each, and takes longest to find out. */
    private Map<Integer, Map<String, int[]>> reckoned() {
        var totals = new HashMap<Integer, Map<String, int[]>>();
        government
                .country()
                .employers()
                .map(this::places)
                .forEach(years -> years.forEach((year, places) -> {
                    var activities = totals.computeIfAbsent(year, _ -> new TreeMap<>());
                    places.forEach(place -> {
                        var sums =
                                activities.computeIfAbsent(place.activity(), _ -> new int[JANUARY + Months.OF_A_YEAR]);
                        sums[0] += place.approved();
                        sums[1] += place.used();
                        new Months(place.months()).addTo(sums, JANUARY);
                    });
                }));
        return totals;
    }

    private LocalDate today() {
        return Baku.day(government.now());
    }

    private static int sum(Map<String, int[]> totals, int which) {
        return totals.values().stream().mapToInt(sums -> sums[which]).sum();
    }
}
