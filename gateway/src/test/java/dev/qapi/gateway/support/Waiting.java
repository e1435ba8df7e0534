package dev.qapi.gateway.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody whose application waits, on a day of the test's choice. */
public record Waiting(WebTestClient http, Vmms vmms, MovableClock clock) {

    /** Where VMMS is asked how long decisions took. */
    public static final String DURATIONS = ".*/applications/durations";

    private static final JsonMapper JSON = new JsonMapper();

    /** Handed in on 2 November 2026. */
    public static String application(String status, String holder, String more) {
        return "{\"number\":\"MR-2026-0000001\",\"kind\":\"TRP\",\"status\":\"" + status
                + "\",\"statusSince\":\"2026-11-04\",\"holder\":\"" + holder + "\"," + more
                + "\"waitingFor\":[],\"issued\":[],\"history\":[{\"status\":\"100\",\"at\":\"2026-11-02T16:00:00+04:00\"},"
                + "{\"status\":\"130\",\"at\":\"2026-11-04T09:30:00+04:00\"}]}";
    }

    /** Called before each test: the first calls of a process take longer than the time limits. */
    public void healthyAndWarm() {
        clock.beRight();
        vmms.recover();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> People.track(http, People.somebody())
                        .expectStatus()
                        .isOk()
                        .expectBody());
    }

    /** Noon of that day in Baku. */
    public void itIs(LocalDate day) {
        var noon = day.atTime(12, 0).atZone(ZoneId.of("Asia/Baku")).toInstant();
        clock.goOn(Duration.between(clock.instant(), noon));
    }

    public void vmmsTells(String application) {
        vmms.says(Vmms.GOOD
                .replace("{{now}}", clock.instant().toString())
                .replaceAll("\"applications\":.*", "\"applications\":[" + application + "]}"));
    }

    /** So many decisions, 8 of 10 of them after 5 to 10 working days. */
    public void vmmsCounts(int cases) {
        vmmsCounts(reply -> reply.withBody("{\"outcome\":\"MATCHED\",\"asOf\":\"" + clock.instant()
                + "\",\"complete\":true,\"subject\":{\"days\":365},"
                + "\"kinds\":[{\"kind\":\"TRP\",\"cases\":" + cases + ",\"p10\":5,\"p50\":8,\"p90\":10}]}"));
    }

    public void vmmsCounts(UnaryOperator<ResponseDefinitionBuilder> change) {
        vmms.wire()
                .stubFor(post(urlMatching(DURATIONS))
                        .willReturn(change.apply(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withHeader("X-Road-Id", "{{request.headers.X-Road-Id}}")
                                .withHeader("X-Road-Request-Hash", "sha-512:c2VlbiBieSBFSElT"))));
    }

    public JsonNode track(String language) {
        return track(language, People.somebody());
    }

    public JsonNode track(String language, String person) {
        return JSON.readTree(http.post()
                .uri("/api/v1/applications/track")
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(person)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    /** The portal's page about somebody new. */
    public String page(String language) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("document.type", "PASSPORT");
        form.add(
                "document.number",
                JSON.readTree(People.somebody()).at("/document/number").asString());
        form.add("birthDate.year", "1990");
        form.add("citizenship", "TUR");
        return Objects.requireNonNull(http.post()
                .uri("/applications?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
