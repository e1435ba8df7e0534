package dev.qapi.gateway;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.TestLogins;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A person sees every field that the registers hold on them, and where they do not agree. */
class OwnDataFieldsTests extends OwnDataContext {

    private static final String FIELDS = "/api/v1/own-data/fields";
    private static final String DISAGREE = "registers-disagree";

    @Test
    void whatTheRegistersWriteDifferentlyIsMarkedInEachOfThem() {
        await().atMost(SOON).untilAsserted(() -> {
            var data = get(FIELDS, DISAGREE, "", 200).get("data");
            assertThat(data.get("differing").findValuesAsString("code"))
                    .containsExactlyInAnyOrder("SURNAME", "GIVEN", "BIRTH_DATE");
            assertThat(field(data, "identity", "SURNAME").get("value").asString())
                    .isEqualTo("ÖZTÜRK");
            assertThat(field(data, "employments", "SURNAME").get("value").asString())
                    .isEqualTo("OZTURK");
            assertThat(field(data, "civilStatus", "BIRTH_DATE").get("value").asString())
                    .isEqualTo("1988-08-18");
            assertThat(field(data, "visas", "GIVEN").get("value").asString()).isEqualTo("GOEKHAN");
            assertThat(field(data, "identity", "SURNAME").get("differs").asBoolean())
                    .isTrue();
            assertThat(field(data, "identity", "SEX").get("differs").asBoolean())
                    .isFalse();
            assertThat(field(data, "permits", "CARD").get("value").asString()).isEqualTo("MYİ0040552");
            assertThat(data.at("/permits/register/code").asString()).isEqualTo("VMMS");
            assertThat(data.at("/permits/asOf").asString()).endsWith("+04:00");
        });
    }

    @Test
    void whereAllAgreeNothingDiffers() {
        await().atMost(SOON).untilAsserted(() -> {
            var answer = get(FIELDS, "residence-issued", "", 200);
            assertThat(answer.get("freshness").asString()).isIn("FRESH", "CACHED");
            assertThat(answer.at("/data/differing")).isEmpty();
            assertThat(answer.at("/data/registrations/records")).isNotEmpty();
        });
    }

    @Test
    void aSilentRegisterIsMissingAndTheOthersAreTold() {
        var login = "residence-incomplete";
        await().atMost(SOON).untilAsserted(() -> {
            var answer = get(FIELDS, login, "F20:502@VISA", 200);
            assertThat(answer.get("freshness").asString()).isEqualTo("PARTIAL");
            assertThat(answer.get("reliance").asString()).isEqualTo("RECHECK_BEFORE_ACTING");
            assertThat(answer.get("missing").findValuesAsString("path")).containsExactly("/data/visas");
            assertThat(answer.at("/data/identity/records")).isNotEmpty();
        });
    }

    @Test
    void ifNoRegisterAnswersThereIsNoAnswer() {
        var all = "F20:502@IAMAS, F20:502@AVIS, F20:502@VVADQ, F20:502@VISA, F20:502@VMMS";
        assertThat(get(FIELDS, "work-permit-awaiting-fee", all, 503).get("code").asString())
                .endsWith("001");
    }

    @Test
    void ofSomebodyWhomNobodyKnowsNothingIsHeld() {
        await().atMost(SOON).untilAsserted(() -> {
            var data = get(FIELDS, TestLogins.STRANGER, "", 200).get("data");
            assertThat(reasons(data)).hasSize(7).containsValue("PERSON_UNKNOWN").containsKey("VISAS");
            assertThat(data.propertyNames()).containsExactlyInAnyOrder("differing", "nothingHeld");
        });
    }

    @ParameterizedTest
    @CsvSource({"az, Soyad", "ru, Фамилия", "en, Surname"})
    void theFieldsAreNamedInTheReadersLanguage(String language, String surname) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                field(get(FIELDS, DISAGREE, "", 200, language).get("data"), "identity", "SURNAME")
                                        .at("/field/text")
                                        .asString())
                        .isEqualTo(surname));
    }

    @Test
    void whoIsNotLoggedInAsThemselvesSeesNothing() {
        assertThat(get(FIELDS, null, "", 401).get("code").asString()).isEqualTo("00102");
        assertThat(get(FIELDS, TestLogins.EMPLOYER, "", 403).get("code").asString())
                .isEqualTo("00104");
        assertThat(get(FIELDS + "?pin=1", DISAGREE, "", 400)
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/pin");
    }

    @ParameterizedTest
    @CsvSource({
        "az, Reyestrlər bunu fərqli yazıb, Başqa reyestrdə fərqli yazılıb",
        "ru, Это реестры записали по-разному, В другом реестре записано иначе",
        "en, The registers write this differently, Another register writes it differently"
    })
    void thePageMarksWhatDiffers(String language, String differing, String differs) {
        await().atMost(SOON).untilAsserted(() -> {
            var page = http.get()
                    .uri("/own-data/fields?lang=" + language)
                    .header("Accept", "text/html")
                    .header(TestLogins.HEADER, DISAGREE)
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(page).contains(differing, differs, "OZTURK", "ÖZTÜRK", "data-part=\"civilStatus\"");
        });
    }

    private static JsonNode field(JsonNode data, String part, String code) {
        return StreamSupport.stream(data.at("/" + part + "/records").spliterator(), false)
                .flatMap(it -> StreamSupport.stream(it.get("fields").spliterator(), false))
                .filter(it -> it.at("/field/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> reasons(JsonNode data) {
        return StreamSupport.stream(data.get("nothingHeld").spliterator(), false)
                .collect(toMap(
                        it -> it.at("/part/code").asString(),
                        it -> it.at("/reason/code").asString()));
    }
}
