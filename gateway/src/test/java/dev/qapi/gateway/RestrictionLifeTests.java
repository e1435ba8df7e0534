package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.Bars;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Person;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Cause and cure before the simulated government: who is restricted, and who is not any more. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@AutoConfigureWebTestClient(timeout = "20s")
@DirtiesContext
class RestrictionLifeTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);
    private static final int PEOPLE = 20_000;

    @Autowired
    WebTestClient http;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        properties.add("qapi.ehis.url", GOVERNMENT::baseUrl);
        properties.add("qapi.gpp.url", () -> GOVERNMENT.baseUrl() + "/gpp/v1");
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @Test
    void payingTheFineLiftsTheBar() {
        assertThat(verdict("H60918223", "1978-09-02", "IRN")).isEqualTo("RESTRICTED");
        WebTestClient.bindToServer()
                .baseUrl(GOVERNMENT.baseUrl())
                .build()
                .post()
                .uri("/gpp/v1/payments")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"clientReference":"restriction-life-1","paymentNumber":"826288104467","amount":"350.00"}""")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
        assertThat(verdict("H60918223", "1978-09-02", "IRN")).isEqualTo("NO_RESTRICTION");
    }

    @Test
    void oneCharacterMistypedIsNeverAnAllClear() {
        assertThat(verdict("T9044718", "1992-03-08", "AUT")).isEqualTo("NO_RESTRICTION");
        for (var number : typos("T9044718", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
            assertThat(verdict(number, "1992-03-08", "AUT")).as(number).isNotEqualTo("NO_RESTRICTION");
        }
        for (var date : typos("1992-03-08", "0123456789")) {
            assertThat(verdict("T9044718", date, "AUT")).as(date).isNotEqualTo("NO_RESTRICTION");
        }
        for (var country : typos("AUT", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
            assertThat(verdict("T9044718", "1992-03-08", country)).as(country).isNotEqualTo("NO_RESTRICTION");
        }
    }

    /** A character replaced, left out, or given twice. */
    private static Set<String> typos(String right, String alphabet) {
        var typos = new LinkedHashSet<String>();
        for (var at = 0; at < right.length(); at++) {
            var before = right.substring(0, at);
            var after = right.substring(at + 1);
            alphabet.chars().forEach(c -> typos.add(before + (char) c + after));
            typos.add(before + after);
            typos.add(before + right.charAt(at) + right.charAt(at) + after);
        }
        typos.remove(right);
        return typos;
    }

    /** A made-up life in which somebody fined has once applied for something: the receipt opens the cause. */
    @Test
    void whoeverHasAnApplicationLearnsWhatTheyOwe() {
        var country = new Country(42, PEOPLE, Country.DISAGREEMENT);
        var fined = IntStream.range(0, PEOPLE)
                .mapToObj(country::person)
                .filter(person ->
                        person.cases().size() == 1 && person.charges().stream().anyMatch(it -> it.barsEntry()))
                .filter(person -> verdict(number(person), person.birthDate().reveal(), citizenship(person))
                        .equals("RESTRICTED"))
                .filter(person -> person.bars().isEmpty() && person.debts().isEmpty())
                .findFirst()
                .orElseThrow();
        var told = Bars.check(
                http,
                body(number(fined), fined.birthDate().reveal(), citizenship(fined))
                        .replaceAll(
                                "}$",
                                ",\"applicationNumber\":\""
                                        + fined.cases().getFirst().number().reveal() + "\"}"));
        assertThat(told.at("/data/restrictions/0/cause/ground/code").asString()).isEqualTo("UNPAID_FINE");
        assertThat(told.at("/data/restrictions/0/charge/state/code").asString()).isEqualTo("DUE");
    }

    private static String number(Person person) {
        return DocumentNumber.of(person.documents().getFirst().number().reveal())
                .reveal();
    }

    private static String citizenship(Person person) {
        return person.citizenship().reveal();
    }

    private String verdict(String number, String birthDate, String citizenship) {
        return Bars.check(http, body(number, birthDate, citizenship))
                .at("/data/verdict")
                .asString("none");
    }

    private static String body(String number, String birthDate, String citizenship) {
        return """
                {"document":{"type":"PASSPORT","number":"%s"},"birthDate":"%s","citizenship":"%s"}""".formatted(number, birthDate, citizenship);
    }
}
