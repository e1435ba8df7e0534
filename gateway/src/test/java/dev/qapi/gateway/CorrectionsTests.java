package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.TestLogins;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Corrections of how a person is written, over HTTP, before simulated registers that learn of them late. */
class CorrectionsTests extends FilingContext {
    private static final String CORRECTIONS = "/api/v1/own-data/corrections";
    private static final String PERSON = "registers-disagree";
    private static final String ALIKE_EVERYWHERE = "clean-record";

    private WebTestClient.ResponseSpec send(String login, String key, Map<String, ?> correction) {
        return http.post()
                .uri(CORRECTIONS)
                .header("Accept-Language", "en")
                .header(TestLogins.HEADER, login)
                .header("Idempotency-Key", key)
                .bodyValue(correction)
                .exchange();
    }

    private JsonNode filed(String login, String field, String value) {
        var correction = Map.of("field", field, "value", value);
        return told(send(login, UUID.randomUUID().toString(), correction)
                .expectStatus()
                .isAccepted());
    }

    private JsonNode own(String login) {
        return JSON.readTree(http.get()
                .uri(CORRECTIONS)
                .header("Accept-Language", "en")
                .header(TestLogins.HEADER, login)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode among(JsonNode own, JsonNode filed) {
        return own.at("/data/corrections")
                .valueStream()
                .filter(it -> it.path("receipt").equals(filed.path("receipt")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> verdicts(JsonNode correction) {
        return correction
                .path("registers")
                .valueStream()
                .collect(Collectors.toMap(
                        it -> it.at("/register/code").asString(),
                        it -> it.at("/verdict/code").asString()));
    }

    private static Map<String, String> verdicts(String iamas, String avis, String vvadq, String visa) {
        return Map.of("IAMAS", iamas, "AVIS", avis, "VVADQ", vvadq, "VISA", visa);
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }

    @ParameterizedTest
    @CsvSource({"SURNAME, ÖZTÜRKOĞLU", "BIRTH_DATE, 1988-08-09"})
    void itIsDoneOnceEveryRegisterThatWritesTheFieldWritesItSo(String field, String value) {
        var filed = filed(PERSON, field, value);
        var number = filed.at("/receipt/number").asString();
        assertThat(filed.at("/owner/code").asString()).isEqualTo("IAMAS");
        assertThat(filed.has("registers")).isFalse();
        assertThat(filed.has("done")).isFalse();
        soon(() -> {
            var followed = among(own(PERSON), filed);
            assertThat(followed.path("number").asString("")).matches("DZ-[0-9]{7}");
            assertThat(verdicts(followed)).isEqualTo(verdicts("AGREES", "DIFFERS", "DIFFERS", "DIFFERS"));
            assertThat(followed.path("done").asBoolean(true)).isFalse();
            assertThat(happened(PERSON, number)).containsExactly("filing.delivered", "status.changed");
        });
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P5D\"}");
        soon(() -> {
            var followed = among(own(PERSON), filed);
            assertThat(verdicts(followed)).isEqualTo(verdicts("AGREES", "AGREES", "AGREES", "AGREES"));
            assertThat(followed.path("done").asBoolean(false)).isTrue();
            assertThat(happened(PERSON, number))
                    .containsExactly("filing.delivered", "status.changed", "status.changed");
        });
    }

    @Test
    void whereTheOthersDoNotWriteTheFieldItsOwnerIsEnough() {
        var filed = filed(PERSON, "PATRONYMIC", "Mehmet");
        soon(() -> {
            var followed = among(own(PERSON), filed);
            assertThat(verdicts(followed)).isEqualTo(verdicts("AGREES", "NOT_HELD", "NOT_HELD", "NOT_HELD"));
            assertThat(followed.path("done").asBoolean(false)).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"VISA, 3", "IAMAS, 0"})
    void whatARegisterWritesIsNotKnownWhileItIsSilent(String register, int place) {
        var written = told(http.get()
                        .uri("/api/v1/own-data/fields")
                        .header(TestLogins.HEADER, ALIKE_EVERYWHERE)
                        .exchange())
                .at("/identity/records/0/fields/0/value")
                .asString();
        var filed = filed(ALIKE_EVERYWHERE, "SURNAME", written);
        soon(() -> assertThat(among(own(ALIKE_EVERYWHERE), filed).path("done").asBoolean(false))
                .isTrue());
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"" + register + "\"}");
        var own = own(ALIKE_EVERYWHERE);
        var followed = among(own, filed);
        assertThat(verdicts(followed)).containsEntry(register, "NOT_REACHABLE").containsEntry("AVIS", "AGREES");
        assertThat(followed.path("done").asBoolean(true)).isFalse();
        assertThat(own.path("missing").findValuesAsString("path"))
                .contains("/data/corrections/0/registers/" + place + "/asOf");
        assertThat(own.path("reliance").asString()).isEqualTo("RECHECK_BEFORE_ACTING");
    }

    @Test
    void whileIamasIsDownItIsAcceptedAndLaterDelivered() {
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"IAMAS\"}");
        var filed = filed(PERSON, "NATIVE_NAME", "ÖZTÜRK Gökhan");
        var followed = among(own(PERSON), filed);
        assertThat(followed.at("/state/code").asString()).isEqualTo("ACCEPTED");
        assertThat(verdicts(followed)).containsEntry("IAMAS", "NOT_REACHABLE");
        heal();
        soon(() -> assertThat(among(own(PERSON), filed).path("done").asBoolean(false))
                .isTrue());
    }

    @Test
    void nobodyElseSeesItAndForNoneNoRegisterIsAsked() {
        filed(PERSON, "GIVEN", "GÖKHAN");
        var other = own("company-owner");
        assertThat(other.at("/data/corrections")).isEmpty();
        assertThat(other.path("sources").findValuesAsString("register")).containsExactly("GATEWAY");
    }

    @Test
    void twiceWithOneKeyIsOneCorrectionAndAnotherWithItIsRefused() {
        var key = UUID.randomUUID().toString();
        var wanted = Map.of("field", "GIVEN", "value", "GÖKHAN");
        var first = told(send(PERSON, key, wanted).expectStatus().isAccepted());
        var total = own(PERSON).at("/data/total").asInt();
        var again = told(send(PERSON, key, wanted).expectStatus().isAccepted());
        assertThat(again.path("receipt")).isEqualTo(first.path("receipt"));
        assertThat(own(PERSON).at("/data/total").asInt()).isEqualTo(total);
        send(PERSON, key, Map.of("field", "SURNAME", "value", "GÖKHAN"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody();
    }

    @ParameterizedTest
    @CsvSource({
        "SURNAME, 12, /value",
        "GIVEN, 1988-08-08, /value",
        "BIRTH_DATE, ÖZTÜRK, /value",
        "BIRTH_DATE, 1988-02-30, /value",
        "SURNAME, ' ', /value",
        "SEX, F, /field"
    })
    void whatNoSuchFieldCanBeIsRefusedByItsName(String field, String value, String pointer) {
        send(PERSON, UUID.randomUUID().toString(), Map.of("field", field, "value", value))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void theProofIsToldByItsHash() {
        var file = told(http.post()
                .uri("/api/v1/files")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2})
                .exchange()
                .expectStatus()
                .isCreated());
        var wanted = Map.of(
                "field",
                "GIVEN",
                "value",
                "GÖKHAN",
                "files",
                List.of(file.path("id").asString()));
        var filed = told(send(PERSON, UUID.randomUUID().toString(), wanted)
                .expectStatus()
                .isAccepted());
        assertThat(filed.at("/files/0/hash")).isEqualTo(file.path("hash"));
        soon(() -> assertThat(among(own(PERSON), filed).at("/state/code").asString())
                .isEqualTo("DELIVERED"));
        send(PERSON, UUID.randomUUID().toString(), wanted)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/files");
    }

    @ParameterizedTest
    @CsvSource({"az, Ata adı, Düzgün yazılıb", "ru, Отчество, Записано правильно", "en, Patronymic, Writes it rightly"})
    void thePageAsksForItAndTellsWhoAgrees(String language, String patronymic, String agrees) {
        var page = page(http.get()
                .uri("/own-data?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .header(TestLogins.HEADER, PERSON));
        assertThat(page)
                .contains(patronymic, "name=\"field\"", "name=\"value\"", "type=\"file\"")
                .doesNotContain("document.number");
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(Map.of(
                "_key", first(page, "name=\"_key\" value=\"([^\"]{22})\""),
                "field", "PATRONYMIC",
                "value", "Mehmet"));
        var number = first(
                page(post("/own-data?lang=" + language, form).header(TestLogins.HEADER, PERSON)),
                "(QP(-[0-9A-Z]{4}){3})");
        soon(() -> assertThat(page(http.get()
                        .uri("/own-data/corrections?lang=" + language)
                        .accept(MediaType.TEXT_HTML)
                        .header(TestLogins.HEADER, PERSON)))
                .contains(number, patronymic + ": Mehmet", agrees, "data-done=\"true\""));
    }
}
