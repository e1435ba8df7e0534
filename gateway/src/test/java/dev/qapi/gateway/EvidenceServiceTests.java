package dev.qapi.gateway;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Statistics;
import dev.qapi.gateway.support.TestLogins;
import dev.qapi.mock.MockEgov;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other offices hold is fetched for whoever is logged in, as far as the purpose needs it, and for nobody else. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@AutoConfigureWebTestClient(timeout = "20s")
@Import(TestLogins.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class EvidenceServiceTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL_SILENT = "F20:502@IAMAS, F20:502@AVIS, F20:502@VVADQ, F20:502@VISA";

    @Autowired
    WebTestClient http;

    @Autowired
    Statistics statistics;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    MongoDatabase mongo;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @BeforeEach
    void healthy() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void withoutALoginNobodyIsAsked() {
        var before = calls();
        var refused = ask(asking("CORRECTION"), null, null, 401);
        assertThat(refused.get("code").asString()).isEqualTo("00102");
        assertThat(ask("{\"rubbish\":", null, null, 401).get("code").asString()).isEqualTo("00102");
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void whoeverActsForACompanyIsToldNothingAboutAPerson() {
        var before = calls();
        assertThat(ask(asking("CORRECTION"), TestLogins.EMPLOYER, null, 403)
                        .get("code")
                        .asString())
                .isEqualTo("00104");
        assertThat(calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "STAY_EXTENSION, IAMAS=2 VISA=1",
        "CITIZENSHIP_NOTICE, IAMAS=1 VVADQ=1",
        "LETTER, IAMAS=1",
        "CORRECTION, IAMAS=2 AVIS=1 VVADQ=1 VISA=1"
    })
    void eachPurposeAsksItsOfficesAndNoOther(String purpose, String asked) {
        var expected = new TreeMap<>(calls());
        for (var one : asked.split(" ")) {
            var parts = one.split("=");
            expected.merge(Register.valueOf(parts[0]), Long.valueOf(parts[1]), Long::sum);
        }
        ask(asking(purpose), "registers-disagree", null, 200);
        assertThat(calls()).isEqualTo(expected);
    }

    @Test
    void everyRegistersWordStandsAsItWritesIt() {
        var data = ask(asking("CORRECTION"), "registers-disagree", null, 200).get("data");
        assertThat(data.at("/identity/entries/0/surname").asString()).isEqualTo("ÖZTÜRK");
        assertThat(data.at("/identity/entries/0/documents/1/number").asString()).isEqualTo("MYİ0040552");
        assertThat(data.at("/employments/writtenAs/surname").asString()).isEqualTo("OZTURK");
        assertThat(data.at("/civilStatus/writtenAs/birthDate").asString()).isEqualTo("1988-08-18");
        assertThat(data.at("/visas/writtenAs/given").asString()).isEqualTo("GOEKHAN");
        assertThat(data.at("/visas/register/code").asString()).isEqualTo("VISA");
        assertThat(data.at("/visas/asOf").asString()).endsWith("+04:00");
    }

    @Test
    void whatThePurposeDoesNotNeedIsNotTold() {
        var data = ask(asking("LETTER"), "registers-disagree", null, 200).get("data");
        assertThat(data.propertyNames()).containsExactlyInAnyOrder("purpose", "identity", "nothingHeld");
        assertThat(data.toString()).doesNotContain("4BN7Z");
    }

    @ParameterizedTest
    @CsvSource({"document", "birthDate", "citizenship", "person", "subject"})
    void aForeignPersonInTheBodyIsAnUnknownField(String field) {
        var before = calls();
        var body = asking("CORRECTION")
                .replace("}", ",\"" + field + "\":{\"type\":\"PASSPORT\",\"number\":\"T9044718\"}}");
        var error = ask(body, "registers-disagree", null, 400).at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo("/" + field);
        assertThat(error.get("code").asString()).isEqualTo("00302");
        assertThat(calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"false, 00323", "null, 00301", "'\"true\"', 00303", "1, 00303", "{}, 00303", "'{\"given\":true}', 00303"
    })
    void withoutConsentNobodyIsAsked(String consent, String code) {
        var before = calls();
        var error = ask(asking("LETTER").replace("true", consent), "clean-record", null, 400)
                .at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo("/consent");
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void aPurposeThatNobodyHasDeclaredIsNone() {
        var error = ask(asking("CURIOSITY"), "clean-record", null, 400).at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo("/purpose");
    }

    @ParameterizedTest
    @CsvSource({
        "F20:502@VISA, visas, 10001",
        "F20:502@AVIS, employments, 05001",
        "F20:502@VVADQ, civilStatus, 06001",
        "F18@VISA, visas, 10050",
        "F18@AVIS, employments, 05050",
        "F18@VVADQ, civilStatus, 06050",
    })
    void theFormWorksWithoutTheOfficeThatIsSilent(String fault, String attribute, String code) {
        var answer = ask(asking("CORRECTION"), "registers-disagree", fault, 200);
        assertThat(answer.get("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(answer.get("reliance").asString()).isEqualTo("RECHECK_BEFORE_ACTING");
        assertThat(answer.get("missing")).hasSize(1);
        assertThat(answer.at("/missing/0/path").asString()).isEqualTo("/data/" + attribute);
        assertThat(answer.at("/missing/0/code").asString()).isEqualTo(code);
        assertThat(answer.get("data").has(attribute)).isFalse();
        assertThat(answer.get("data").has("identity")).isTrue();
        assertThat(nothingHeld(answer)).doesNotContainKey(attribute);
    }

    @ParameterizedTest
    @CsvSource({"LETTER, F20:502@IAMAS, 503, 04001", "LETTER, F18@IAMAS, 502, 04050"})
    void withoutASingleOfficeThereIsNoAnswer(String purpose, String fault, int status, String code) {
        var refused = ask(asking(purpose), "registers-disagree", fault, status);
        assertThat(refused.get("code").asString()).isEqualTo(code);
        assertThat(refused.has("data")).isFalse();
        assertThat(refused.get("retryAfter").asLong()).isPositive();
    }

    @Test
    void whenAllOfThemAreSilentThereIsNoAnswer() {
        assertThat(ask(asking("CORRECTION"), "registers-disagree", ALL_SILENT, 503)
                        .has("data"))
                .isFalse();
    }

    @Test
    void whoeverHoldsNothingHasAnswered() {
        var answer = ask(asking("STAY_EXTENSION"), "married-to-citizen", null, 200);
        assertThat(answer.get("missing")).isEmpty();
        assertThat(answer.get("freshness").asString()).isEqualTo("FRESH");
        assertThat(answer.get("reliance").asString()).isEqualTo("SAFE");
        assertThat(nothingHeld(answer)).containsEntry("VISAS", "NONE_RECORDED").doesNotContainKey("IDENTITY");
    }

    @Test
    void whoeverKnowsNobodyByTheDocumentHasAnsweredToo() {
        var answer = ask(asking("STAY_EXTENSION"), TestLogins.STRANGER, "F20:502@VISA", 200);
        assertThat(nothingHeld(answer)).isEqualTo(Map.of("IDENTITY", "PERSON_UNKNOWN", "LAST_ENTRY", "PERSON_UNKNOWN"));
        assertThat(answer.get("missing")).hasSize(1);
        assertThat(answer.at("/missing/0/path").asString()).isEqualTo("/data/visas");
    }

    @ParameterizedTest
    @CsvSource({
        "az, Miqrasiya xidmətinə məktub, Kişi",
        "ru, Письмо в миграционную службу, Мужской",
        "en, Letter to the migration service, Male"
    })
    void codesAreToldInTheReadersLanguage(String language, String purpose, String sex) {
        var data =
                ask(asking("LETTER"), "registers-disagree", null, 200, language).get("data");
        assertThat(data.at("/purpose/text").asString()).isEqualTo(purpose);
        assertThat(data.at("/identity/entries/0/sex/text").asString()).isEqualTo(sex);
    }

    @Test
    void theLogKnowsNobody(CapturedOutput log) {
        ask(asking("CORRECTION"), "registers-disagree", null, 200);
        ask(asking("CORRECTION"), "registers-disagree", ALL_SILENT, 503);
        assertThat(log.getAll()).doesNotContain("ÖZTÜRK", "OZTURK", "U37760914", "1988-08-08", "BV-2025-330918");
    }

    /** The audit names whom an answer is about: here the person who asks, elsewhere the one who is asked about. */
    @Test
    void theAuditNamesThePersonWhoAsks() {
        var own = theEntry("/api/v1/evidence/fetch", asking("LETTER"), "registers-disagree");
        var theSame = theEntry("/api/v1/restrictions/check", """
                {"document":{"type":"PASSPORT","number":"U37760914"},"birthDate":"1988-08-08","citizenship":"TUR"}""", null);
        assertThat(own).containsEntry("caller", "PERSON").containsEntry("outcome", "FRESH");
        assertThat(own.getString("subject")).isNotBlank().isEqualTo(theSame.getString("subject"));
        var another = theEntry("/api/v1/evidence/fetch", asking("LETTER"), "clean-record");
        assertThat(another.getString("subject")).isNotEqualTo(own.getString("subject"));
    }

    private Document theEntry(String path, String body, @Nullable String login) {
        var id = UUID.randomUUID().toString();
        var request =
                http.post().uri(path).contentType(MediaType.APPLICATION_JSON).header("X-Request-ID", id);
        if (login != null) {
            request.header(TestLogins.HEADER, login);
        }
        request.bodyValue(body).exchange().expectStatus().isOk().expectBody();
        return Objects.requireNonNull(
                await().ignoreExceptionsInstanceOf(MongoException.class).until(() -> audit(id), Objects::nonNull));
    }

    private @Nullable Document audit(String requestId) {
        return Flux.from(mongo.getCollection("audit").find(new Document("requestId", requestId)))
                .blockFirst(Duration.ofSeconds(10));
    }

    private JsonNode prefill(String form, @Nullable String login, @Nullable String fault, int status) {
        var request = http.get().uri("/api/v1/evidence/prefill?form={form}", form);
        if (login != null) {
            request.header(TestLogins.HEADER, login);
        }
        if (fault != null) {
            request.header("Qapi-Fault", fault);
        }
        return JSON.readTree(request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    @Test
    void whatAFormNeedNotAskIsToldWithItsSource() {
        var before = calls();
        var answer = prefill("letters/own", "registers-disagree", null, 200);
        var field = answer.at("/data/fields/0");
        assertThat(field.get("path").asString()).isEqualTo("/name");
        assertThat(field.get("value").asString()).isEqualTo("GÖKHAN ÖZTÜRK");
        assertThat(field.at("/register/code").asString()).isEqualTo("IAMAS");
        assertThat(answer.at("/sources/0/register").asString()).isEqualTo("IAMAS");
        var after = calls();
        after.replaceAll((register, times) -> times - before.getOrDefault(register, 0L));
        assertThat(after.entrySet().stream().filter(it -> it.getValue() > 0).map(Map.Entry::getKey))
                .containsExactly(Register.IAMAS);
    }

    @ParameterizedTest
    @CsvSource({"F20:502@IAMAS, 04001", "F18@IAMAS, 04050"})
    void whatTheRegisterDoesNotSayIsMissing(String fault, String code) {
        var answer = prefill("letters/own", "registers-disagree", fault, 200);
        assertThat(answer.get("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(answer.at("/missing/0/path").asString()).isEqualTo("/data/fields/0/value");
        assertThat(answer.at("/missing/0/code").asString()).isEqualTo(code);
        assertThat(answer.at("/data/fields/0").has("value")).isFalse();
        assertThat(answer.at("/data/fields/0/unconfirmed").asString()).isEqualTo(code);
    }

    @Test
    void whomTheRegisterDoesNotKnowItHasAnsweredAbout() {
        var answer = prefill("letters/own", TestLogins.STRANGER, null, 200);
        assertThat(answer.get("missing")).isEmpty();
        assertThat(answer.at("/data/fields/0/unconfirmed").asString()).isEqualTo("04003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"letters", "stay-extensions/own", "nothing/here", "../letters/own", "LETTERS"})
    void aFormThatNoRegisterFillsInIsNamed(String form) {
        var before = calls();
        var error = prefill(form, "registers-disagree", null, 400).at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo("/form");
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void nobodyButAPersonHasAFormFilledIn() {
        assertThat(prefill("letters/own", null, null, 401).get("code").asString())
                .isEqualTo("00102");
        assertThat(prefill("letters/own", TestLogins.EMPLOYER, null, 403)
                        .get("code")
                        .asString())
                .isEqualTo("00104");
    }

    private Map<Register, Long> calls() {
        return new TreeMap<>(statistics.calls().stream()
                .collect(groupingBy(Statistics.Calls::register, summingLong(Statistics.Calls::asked))));
    }

    private static Map<String, String> nothingHeld(JsonNode answer) {
        return StreamSupport.stream(answer.at("/data/nothingHeld").spliterator(), false)
                .collect(toMap(
                        it -> it.at("/attribute/code").asString(),
                        it -> it.at("/reason/code").asString()));
    }

    private static String asking(String purpose) {
        return "{\"purpose\":\"" + purpose + "\",\"consent\":true}";
    }

    private JsonNode ask(String body, @Nullable String login, @Nullable String fault, int status) {
        return ask(body, login, fault, status, "en");
    }

    private JsonNode ask(String body, @Nullable String login, @Nullable String fault, int status, String language) {
        var request = http.post()
                .uri("/api/v1/evidence/fetch")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", language);
        if (login != null) {
            request.header(TestLogins.HEADER, login);
        }
        if (fault != null) {
            request.header("Qapi-Fault", fault);
        }
        var told = request.bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(told);
    }
}
