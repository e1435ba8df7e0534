package dev.qapi.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.qapi.gateway.limits.Told.Kind;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.population.Country;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Whoever does not know a person's details learns nothing: not from what is said, nor from how long it took. The registers
 * think, some calls much longer; ticks are shorter than usual, which makes it harder. Mere chance tells two kinds apart now and
 * then, the more seldom the more is asked: as long as they differ more is asked, up to a size at which chance hardly ever does.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "qapi.sandbox=true",
            "management.server.port=0",
            "qapi.data=target/oracle",
            "qapi.limits.generosity=1",
            "qapi.limits.lookups=1000000",
            "qapi.limits.misses=1000000",
            "qapi.limits.everybody=10000000",
            "qapi.limits.per-birth-date=1000000",
            "qapi.limits.tick=60ms",
            "qapi.limits.floor=60ms"
        })
class OracleTests {

    private static final List<String> ROUTES =
            List.of("applications/track", "stay-registrations/check", "payments/search", "restrictions/check");
    /** Of each kind on each route, each time. */
    private static final int SAMPLES = 100;
    /** All of them make 600 samples: mere chance has a standard deviation of 0.01 then. */
    private static final int TIMES = 6;
    /** How far a classifier may be from guessing. */
    private static final double CHANCE = 0.03;
    /** How far two medians may be from each other, in milliseconds. */
    private static final double CLOSE = 2;

    private static final int WARM = 40;
    private static final int AT_ONCE = 4;
    private static final List<List<Kind>> PAIRS = List.of(
            List.of(Kind.WRONG, Kind.UNKNOWN), List.of(Kind.LIMITED, Kind.UNKNOWN), List.of(Kind.LIMITED, Kind.WRONG));
    private static final String NEVER = "1931-03-03";
    private static final String LIMITED = person("OL9000001", "1977-07-07", "GEO");
    private static final MockEgov government = MockEgov.start(0);
    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);
    private static final Queue<String> PEOPLE = new ConcurrentLinkedQueue<>();
    private static final AtomicBoolean TICKS = new AtomicBoolean(true);
    private static final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    /** The real one, which a test may switch off. */
    @TestConfiguration
    static class Switch {
        @Bean
        @Primary
        Release switched(LimitsProperties properties) {
            return new Release(properties) {
                @Override
                Duration of(String route, long nanos, boolean isLimited) {
                    return TICKS.get() ? super.of(route, nanos, isLimited) : Duration.ZERO;
                }
            };
        }
    }

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        properties.add("qapi.ehis.url", government::baseUrl);
        properties.add("qapi.gpp.url", () -> government.baseUrl() + "/gpp/v1");
    }

    @BeforeAll
    static void people() throws Exception {
        var shapes = Stream.of("VMMS", "IAMAS", "ENFORCEMENT", "GPP")
                .map(register -> "\"" + register + "\":{\"median\":12}")
                .collect(Collectors.joining(",", "{\"on\":true,\"registers\":{", "}}"));
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(government.baseUrl() + "/__admin/egov/latency"))
                        .PUT(BodyPublishers.ofString(shapes))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isLessThan(300);
        var country = new Country(42, 20_000, Country.DISAGREEMENT);
        country.everybody()
                .filter(someone -> someone.documents().getFirst().type().equals("PASSPORT"))
                .limit(ROUTES.size() * (SAMPLES * TIMES + WARM * 2))
                .map(someone -> person(
                        someone.documents().getFirst().number().reveal(),
                        NEVER,
                        someone.citizenship().reveal()))
                .forEach(PEOPLE::add);
    }

    @AfterAll
    static void stop() {
        government.close();
    }

    private static String person(String document, String birthDate, String citizenship) {
        return "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"%s\"},\"birthDate\":\"%s\",\"citizenship\":\"%s\"}"
                .formatted(document, birthDate, citizenship);
    }

    private Told ask(String route, Kind kind) throws Exception {
        var body = switch (kind) {
            case WRONG -> PEOPLE.remove();
            case UNKNOWN -> person("OU" + NUMBER.incrementAndGet(), "1980-08-08", "GEO");
            case LIMITED -> LIMITED;
        };
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + route))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header("X-Request-ID", "oracle")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .POST(BodyPublishers.ofString(body))
                .build();
        var begun = System.nanoTime();
        var answer = sent(request, route + ' ' + kind);
        return Told.of(route, kind, System.nanoTime() - begun, answer);
    }

    private static HttpResponse<String> sent(HttpRequest request, String what) throws Exception {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new IOException("no answer to " + what, lost);
        }
    }

    private List<Told> asked(int times) throws Exception {
        for (var i = 0; i < 6; i++) {
            ask(ROUTES.getFirst(), Kind.LIMITED);
        }
        var questions = new ArrayList<Callable<Told>>();
        for (var route : ROUTES) {
            for (var kind : Kind.values()) {
                IntStream.range(0, times).forEach(_ -> questions.add(() -> ask(route, kind)));
            }
        }
        Collections.shuffle(questions, new Random(7));
        var all = new ArrayList<Told>();
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Told> told : crowd.invokeAll(questions)) {
                all.add(told.get());
            }
        }
        return all;
    }

    @Test
    void nobodyLearnsWhichDetailFailed() throws Exception {
        asked(WARM);
        var told = new ArrayList<Told>();
        for (var times = 0; times < TIMES && (told.isEmpty() || differ(told)); times++) {
            told.addAll(asked(SAMPLES));
        }

        for (var route : ROUTES) {
            var answers = told.stream().filter(one -> one.route().equals(route)).toList();
            assertThat(answers)
                    .extracting(Told::said)
                    .as(route)
                    .containsOnly(answers.getFirst().said());
            assertThat(answers)
                    .extracting(Told::headers)
                    .as(route)
                    .containsOnly(answers.getFirst().headers());
        }
        for (var pair : PAIRS) {
            assertThat(auc(told, pair)).as("%s", pair).isCloseTo(0.5, within(CHANCE));
            assertThat(apart(told, pair)).as("%s", pair).isLessThanOrEqualTo(CLOSE);
        }
    }

    @Test
    void withoutTheTickTheyWould() throws Exception {
        TICKS.set(false);
        try {
            var told = asked(WARM);

            assertThat(auc(told, List.of(Kind.LIMITED, Kind.UNKNOWN))).isLessThan(0.3);
        } finally {
            TICKS.set(true);
        }
    }

    private static boolean differ(List<Told> told) {
        return PAIRS.stream().anyMatch(pair -> Math.abs(auc(told, pair) - 0.5) > CHANCE || apart(told, pair) > CLOSE);
    }

    /** The medians, on the route on which they are the furthest from each other. */
    private static double apart(List<Told> told, List<Kind> pair) {
        return ROUTES.stream()
                .mapToDouble(route -> {
                    var answers = told.stream()
                            .filter(one -> one.route().equals(route))
                            .toList();
                    return Math.abs(Told.median(answers, pair.getFirst()) - Told.median(answers, pair.getLast())) / 1e6;
                })
                .max()
                .orElseThrow();
    }

    /** Of each route by itself, then the mean of them. */
    private static double auc(List<Told> told, List<Kind> pair) {
        return ROUTES.stream()
                .mapToDouble(route -> Told.auc(
                        told.stream().filter(one -> one.route().equals(route)).toList(),
                        pair.getFirst(),
                        pair.getLast()))
                .average()
                .orElseThrow();
    }
}
