package dev.qapi.gateway;

import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Vmms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class WayThroughTests {

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Test
    void tellsWhatTheRegisterSays() {
        track(http, somebody())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .exists("X-Request-ID")
                .expectHeader()
                .valueMatches("traceparent", "00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                .expectBody()
                .consumeWith(r -> System.out.println(new String(r.getResponseBody()) + r.getResponseHeaders()))
                .jsonPath("$.freshness")
                .isEqualTo("FRESH")
                .jsonPath("$.data.applications[0].status.text")
                .isEqualTo("Your application is being examined")
                .jsonPath("$.sources[0].register")
                .isEqualTo("VMMS");
    }
}
