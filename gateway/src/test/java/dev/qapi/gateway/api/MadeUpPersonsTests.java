package dev.qapi.gateway.api;

import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Persona;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.identifier.DocumentNumber;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** The persons of the sandbox are answered there, and nowhere else does a register hear of them. */
class MadeUpPersonsTests {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path data;

    /** With the addresses of stores that are away: nothing is brought along, and everything is answered all the same. */
    private static OwnGateway outside;

    private static OwnGateway inside;

    @BeforeAll
    static void start() {
        outside = OwnGateway.on(
                data.resolve("outside"),
                "qapi.sandbox=false",
                "qapi.secret=bm90LWEtc2VjcmV0LW5vdC1hLXNlY3JldC1ub3QtYS0=",
                "REDIS_URL=redis://127.0.0.1:" + OwnRedis.freePort(),
                "MONGODB_URI=mongodb://127.0.0.1:" + OwnRedis.freePort() + "/qapi");
        inside = OwnGateway.on(data.resolve("inside"));
    }

    @AfterAll
    static void stop() {
        outside.close();
        inside.close();
    }

    @Test
    void noneOfThemIsAskedAboutOutsideTheSandbox() {
        var http = outside.http();
        outside.vmms().forgetCalls();

        assertThat(Persona.all())
                .allSatisfy(persona -> assertThat(persona.documentNumbers())
                        .allSatisfy(number -> refused(track(http, body(persona, number)))));

        assertThat(outside.vmms().calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"paymentNumber, 8262 8810 4467", "protocolNumber, pr 2026 004417"})
    void norByANumberOfWhatTheyHaveToPay(String field, String number) {
        outside.vmms().forgetCalls();
        outside.http()
                .post()
                .uri("/api/v1/payments/search")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(Map.of(field, number)))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("00316")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo('/' + field);
        assertThat(outside.vmms().calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ab 1234567, 1998-08-14, BLR", "АВ-1234567, 1998-08-14, blr"})
    void norHoweverTheNumberIsSpelled(String number, String birthDate, String citizenship) {
        refused(track(outside.http(), body("PASSPORT", number, birthDate, citizenship)));
    }

    @ParameterizedTest
    @CsvSource({"AB1234567, 1998-08-15, BLR", "AB1234567, 1998-08-14, UKR", "AB1234568, 1998-08-14, BLR"})
    void whoeverDiffersInOneDetailIsSomebodyElse(String number, String birthDate, String citizenship) {
        asked(outside.http(), body("PASSPORT", number, birthDate, citizenship));
    }

    @Test
    void theSandboxAnswersAboutThem() {
        assertThat(Persona.all())
                .allSatisfy(persona ->
                        asked(inside.http(), body(persona, persona.document().number())));
    }

    private static void asked(WebTestClient http, String body) {
        track(http, body).expectStatus().isOk().expectBody();
    }

    private static void refused(ResponseSpec answer) {
        answer.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00300")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].code")
                .isEqualTo("00316")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/document/number");
    }

    private static String body(Persona persona, DocumentNumber number) {
        return body(
                persona.document().type().name(),
                number.reveal(),
                persona.birthDate().reveal(),
                persona.citizenship().reveal());
    }

    private static String body(String type, String number, String birthDate, String citizenship) {
        var document = Map.of("type", type, "number", number);
        return JSON.writeValueAsString(
                Map.of("document", document, "birthDate", birthDate, "citizenship", citizenship));
    }
}
