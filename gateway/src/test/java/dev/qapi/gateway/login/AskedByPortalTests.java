package dev.qapi.gateway.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.contract.Persona;
import dev.qapi.gateway.support.MyGovLogin;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a portal says of why it asks is told to the person it asks about: from its call, by the audit and the store, to their login. */
@ExtendWith(SharedPlace.class)
class AskedByPortalTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRACK = "/api/v1/applications/track";
    private static final String PURPOSE = "visa application";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final LoginPlace place;

    AskedByPortalTests(LoginPlace place) {
        this.place = place;
    }

    @Test
    void aPersonSeesWhichPortalAskedAboutThemForWhatAndInWhichCase() {
        var caseReference = "V-2026/" + System.nanoTime();
        asks("company-owner", caseReference);

        var person = place.as("company-owner");
        await().pollInterval(Duration.ofMillis(300))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(looks(person)).anySatisfy(look -> {
                    assertThat(look.path("caseReference").asString("")).isEqualTo(caseReference);
                    assertThat(look.path("purpose").asString("")).isEqualTo(PURPOSE);
                    assertThat(look.path("portal").asString("")).isEqualTo("qapi-demo-portal");
                    assertThat(look.at("/who/code").asString("")).isEqualTo("PORTAL");
                    assertThat(look.at("/what/code").asString("")).isEqualTo("APPLICATIONS");
                }));
        assertThat(looks(place.as("clean-record")).toString())
                .as("nobody else does")
                .doesNotContain(caseReference, PURPOSE);
    }

    private void asks(String persona, String caseReference) {
        var portal = place.somebody().browser();
        var granted = portal.post(
                place.issuer() + "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "applications"),
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("qapi-demo-portal:sandbox-demo".getBytes(UTF_8)));
        var token = JSON.readTree(granted.body()).path("access_token").asString("");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(portal.postJson(
                                        TRACK,
                                        question(persona),
                                        "Authorization",
                                        "Bearer " + token,
                                        "X-Purpose",
                                        PURPOSE,
                                        "X-Case-Ref",
                                        caseReference)
                                .statusCode())
                        .isEqualTo(200));
    }

    private static String question(String name) {
        var persona = Persona.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        return "{\"document\":{\"type\":\"%s\",\"number\":\"%s\"},\"birthDate\":\"%s\",\"citizenship\":\"%s\"}"
                .formatted(
                        persona.document().type(),
                        persona.document().number().reveal(),
                        persona.birthDate().reveal(),
                        persona.citizenship().reveal());
    }

    private static List<JsonNode> looks(MyGovLogin person) {
        var told = person.browser().get("/api/v1/own-data/accesses");
        assertThat(told.statusCode()).isEqualTo(200);
        return JSON.readTree(told.body()).at("/data/accesses").valueStream().toList();
    }
}
