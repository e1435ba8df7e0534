package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Exchange;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Person;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every register answers each of its operations over each of its transports, as its contract says. */
class EveryRegisterTest {

    private static final MockEgov EGOV = MockEgov.start(0);
    private static final Systems SYSTEMS = new Systems(new Call(EGOV));
    private static final Country COUNTRY = new Country(42, 20_000, Country.DISAGREEMENT);

    @AfterAll
    static void close() {
        EGOV.close();
    }

    /** Some examples pay and file. */
    @BeforeEach
    void asIfNothingHadBeenDone() throws IOException {
        new Call(EGOV).send("POST", "/__admin/egov/reset", null);
    }

    static Stream<Systems.Way> ways() {
        return Systems.ways();
    }

    static Stream<Systems.Way> waysAboutPeople() {
        return ways().filter(way -> way.operation().path().endsWith("/search"))
                .filter(way -> way.operation()
                        .requestSchema()
                        .get("properties")
                        .get("citizenship")
                        .isPresent());
    }

    static Stream<Arguments> examples() {
        return ways().flatMap(way -> way.operation().exchanges().map(it -> Arguments.of(way, it)));
    }

    @Test
    void eachOfDomainsRegistersIsThere() {
        assertThat(ways().map(it -> it.register() + ' ' + it.transport()).distinct())
                .containsExactlyInAnyOrder(
                        "AVIS EHIS",
                        "AVIS ASAN_BRIDGE",
                        "DOCUMENT_FLOW EHIS",
                        "EGOV_INBOX EHIS",
                        "MYGOV_INBOX EHIS",
                        "ENFORCEMENT EHIS",
                        "GPP DIRECT",
                        "IAMAS EHIS",
                        "IAMAS ASAN_BRIDGE",
                        "VISA EHIS",
                        "VISA ASAN_BRIDGE",
                        "VMMS EHIS",
                        "VMMS ASAN_BRIDGE",
                        "VVADQ EHIS",
                        "VVADQ ASAN_BRIDGE");
    }

    /** A search is told to the last field; a number that is given out is another one each time. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void answersItsExamples(Systems.Way way, Exchange example) throws IOException {
        var answer = SYSTEMS.send(way, Call.json(example.request()).toString());

        var json = Call.json(answer);
        assertThat(ReplySchema.of(way.operation(), answer.statusCode()).errors(json))
                .isEmpty();
        if (isSearch(way) && !way.register().equals("DOCUMENT_FLOW")) {
            assertThat(answer.statusCode()).isEqualTo(example.status());
            assertThat(onAnyDay(json)).isEqualTo(onAnyDay(Call.json(example.answer())));
        }
    }

    /** How the places taken are spread over the months that have begun is another thing in each of them; how many they are is not. */
    private static JsonNode onAnyDay(JsonNode answer) {
        var told = Systems.withoutAsOf(answer);
        for (var place : told.path("places")) {
            var taken = 0;
            for (var month : place.path("months")) {
                taken += month.intValue();
            }
            ((ObjectNode) place).put("months", taken);
        }
        return told;
    }

    private static boolean isSearch(Systems.Way way) {
        return way.path().endsWith("/search") || way.path().endsWith("/report");
    }

    @ParameterizedTest
    @MethodSource("waysAboutPeople")
    void knowsEverybodyAndSaysSoAsItsContractDoes(Systems.Way way) throws IOException {
        var known = 0;
        for (var person : people().toList()) {
            var answer = SYSTEMS.send(way, Call.search(person));
            assertThat(answer.statusCode()).isEqualTo(200);
            var json = Call.json(answer);
            assertThat(ReplySchema.of(way.operation(), 200).errors(json))
                    .as(person.id())
                    .isEmpty();
            assertThat(json.path("outcome").stringValue()).isNotEqualTo("AMBIGUOUS");
            known += json.path("outcome").stringValue().equals("MATCHED") ? 1 : 0;
        }
        assertThat(known).isGreaterThan(way.operation().path().contains("applications") ? 5 : 39);
    }

    private static Stream<Person> people() {
        return IntStream.range(0, 40).map(it -> it * 397).mapToObj(COUNTRY::person);
    }

    @ParameterizedTest
    @MethodSource("waysAboutPeople")
    void knowsNobodyWhoIsNotThere(Systems.Way way) throws IOException {
        var json = Call.json(SYSTEMS.send(way, Call.STRANGER));
        assertThat(json.path("outcome").stringValue()).isEqualTo("NO_MATCH");
        assertThat(json.path("complete").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesWhatIsNotOfItsShapeWithoutRepeatingIt(Systems.Way way) throws IOException {
        for (var body : new String[] {"", "[]", "{}", "{\"documentNumber\":\"ZZ9999999\"}", "{\"a\":1,\"a\":2}"}) {
            var answer = SYSTEMS.send(way, body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Call.json(answer).propertyNames()).containsExactly("type", "message", "detail");
            assertThat(answer.body()).doesNotContain("ZZ9999999");
        }
    }
}
