package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.TestLogins;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Subscriptions over HTTP, before the simulated VMMS. */
class SubscriptionTests extends FilingContext {

    private static final String PERSON = "residence-under-review";
    private static final String NUMBER = "MR-2026-0412345";
    private static final String USED_UP = TestLogins.EMPLOYER + ":1400012341";
    private static final String SIXTY_PERCENT = TestLogins.EMPLOYER + ":1500023451";
    private static final String APPLICATIONS = "/api/v1/applications/subscriptions";
    private static final String QUOTA = "/api/v1/quota/subscription";

    @BeforeEach
    void asIfNothingHadBeenDone() {
        admin("POST", "/__admin/egov/reset", "");
    }

    private WebTestClient.ResponseSpec ask(HttpMethod method, String path, String login) {
        return http.method(method).uri(path).header(TestLogins.HEADER, login).exchange();
    }

    private WebTestClient.ResponseSpec subscribe(String path, String login, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .header(TestLogins.HEADER, login)
                .bodyValue(body)
                .exchange();
    }

    private static Map<String, Object> inquiry(String birthDate, String number) {
        return new TreeMap<>(Map.of(
                "document",
                Map.of("type", "PASSPORT", "number", "C01234567"),
                "birthDate",
                birthDate,
                "citizenship",
                "TUR",
                "applicationNumber",
                number));
    }

    private static String portal() {
        return TestLogins.PORTAL + "applications,events," + UUID.randomUUID();
    }

    private void hears(String login, String number, String... types) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happened(login, number)).containsExactly(types));
    }

    private List<JsonNode> listed(String path, String login) {
        return told(ask(HttpMethod.GET, path, login).expectStatus().isOk())
                .path("subscriptions")
                .valueStream()
                .toList();
    }

    @Test
    void aPersonAndAPortalHearThatAnApplicationMovesOnAndNoLongerOnceTheyDoNotWant() {
        var portal = portal();
        var mine = number(subscribe(APPLICATIONS + "/own", PERSON, Map.of("applicationNumber", NUMBER)));
        var theirs = number(subscribe(APPLICATIONS, portal, inquiry("1990-04-12", NUMBER)));
        assertThat(theirs).isNotEqualTo(mine);
        assertThat(listed(APPLICATIONS, PERSON)).singleElement().satisfies(it -> {
            assertThat(it.path("applicationNumber").asString()).isEqualTo(NUMBER);
            assertThat(it.has("seenAt")).isTrue();
        });
        ask(HttpMethod.DELETE, APPLICATIONS + "/" + theirs, PERSON)
                .expectStatus()
                .isOk()
                .expectBody();
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P10D\"}");
        hears(PERSON, mine, "status.changed");
        hears(portal, theirs, "status.changed");
        assertThat(told(ask(HttpMethod.DELETE, APPLICATIONS + "/" + theirs, portal)
                                .expectStatus()
                                .isOk())
                        .path("subscriptions"))
                .isEmpty();
        assertThat(listed(APPLICATIONS, portal)).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happened(PERSON))
                        .extracting(event -> event.path("type").asString())
                        .contains("access.recorded"));
    }

    private static String number(WebTestClient.ResponseSpec answer) {
        return told(answer.expectStatus().isAccepted()).path("number").asString();
    }

    @Test
    void aWrongDetailIsToldAsOnLookingUpAndASilentRegisterStopsNobody() {
        var portal = portal();
        for (var wrong : List.of(inquiry("1990-04-13", NUMBER), inquiry("1990-04-12", "MR-2026-0999999"))) {
            subscribe(APPLICATIONS, portal, wrong)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("07003");
        }
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"VMMS\"}");
        var subscribed = told(subscribe(APPLICATIONS, portal, inquiry("1990-04-12", NUMBER))
                .expectStatus()
                .isAccepted());
        assertThat(subscribed.has("seenAt")).isFalse();
        heal();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> listed(APPLICATIONS, portal).getFirst().has("seenAt"));
        assertThat(happened(portal)).isEmpty();
    }

    @Test
    void aPortalNeedsTheScopeAndSaysWhichApplication() {
        subscribe(APPLICATIONS, TestLogins.PORTAL + "events", inquiry("1990-04-12", NUMBER))
                .expectStatus()
                .isForbidden()
                .expectBody();
        var without = inquiry("1990-04-12", NUMBER);
        without.remove("applicationNumber");
        subscribe(APPLICATIONS, portal(), without)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/applicationNumber");
        ask(HttpMethod.DELETE, APPLICATIONS + "/QP-1", portal())
                .expectStatus()
                .isBadRequest()
                .expectBody();
    }

    @Test
    void anEmployerHearsOnceThatTheirQuotaIsNearlyUsedUpAndAnotherHearsNothing() {
        for (var employer : List.of(USED_UP, SIXTY_PERCENT, USED_UP)) {
            ask(HttpMethod.PUT, QUOTA, employer).expectStatus().isAccepted().expectBody();
        }
        var number = listed(QUOTA, USED_UP).getFirst().path("number").asString();
        hears(USED_UP, number, "quota.low");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> listed(QUOTA, SIXTY_PERCENT).getFirst().has("seenAt"));
        ask(HttpMethod.PUT, QUOTA, USED_UP).expectStatus().isAccepted().expectBody();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(happened(USED_UP, number)).containsExactly("quota.low");
        assertThat(happened(SIXTY_PERCENT)).isEmpty();
        ask(HttpMethod.DELETE, QUOTA, USED_UP).expectStatus().isOk().expectBody();
        assertThat(listed(QUOTA, USED_UP)).isEmpty();
        assertThat(listed(QUOTA, SIXTY_PERCENT)).hasSize(1);
    }
}
