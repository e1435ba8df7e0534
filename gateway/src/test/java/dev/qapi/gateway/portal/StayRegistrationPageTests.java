package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Vmms;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** A page says first whether somebody is registered, then what to do next and by when. */
@GatewayTest
class StayRegistrationPageTests {

    private static final String NONE = Vmms.GOOD.replaceAll("\"applications\":.*", "\"registrations\":[]}");
    private static final String REMOVED = NONE.replace("[]", """
            [{"number":"QY-2026-104466","from":"2026-09-18","until":"2026-10-16","district":"Binəqədi rayonu",\
            "hostKind":"PERSON","hostName":"E. Məmmədov","state":"REMOVED_BY_HOST"}]""");

    private static int number = 3_000_000;

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @AfterEach
    void recover() {
        vmms.recover();
    }

    @ParameterizedTest
    @CsvSource({
        "az, Qəbul edən tərəf sizi qeydiyyatdan çıxarıb, 23 oktyabr 2026, Bu gün artıq keçib",
        "ru, Принимающая сторона сняла вас с учёта, 23 октября 2026, Этот день прошёл",
        "en, Your host has ended your registration, 23 October 2026, This day has passed"
    })
    void whomTheHostHasRemovedIsToldWhatFollows(String language, String state, String day, String passed) {
        vmms.says(REMOVED);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ask(language))
                        .contains("data-state=\"REMOVED_BY_HOST\"", state, day, passed, "Binəqədi rayonu")
                        .doesNotContain("Məmmədov"));
    }

    @ParameterizedTest
    @CsvSource({"az, 15 gün", "ru, дней: 15", "en, days: 15"})
    void whoeverIsNotRegisteredIsToldTheTerm(String language, String term) {
        vmms.says(NONE);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ask(language))
                        .contains("data-state=\"NOT_REGISTERED\"", "data-duty=\"REGISTER\"", term));
    }

    private String ask(String language) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("document.type", "PASSPORT");
        form.add("document.number", "T" + number++);
        form.add("birthDate.year", "1990");
        form.add("citizenship", "TUR");
        form.add("notificationNumber", "");
        var page = http.post()
                .uri("/stay-registrations?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return page == null ? "" : page;
    }
}
