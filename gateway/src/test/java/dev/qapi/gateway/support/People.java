package dev.qapi.gateway.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Persons nobody has asked about yet, and the question about them. */
public final class People {

    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);

    private People() {}

    /** The body of a question about somebody new. */
    public static String somebody() {
        return "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"T" + NUMBER.incrementAndGet()
                + "\"},\"birthDate\":\"1990-04-12\",\"citizenship\":\"TUR\"}";
    }

    public static ResponseSpec track(WebTestClient http, String body) {
        return http.post()
                .uri("/api/v1/applications/track")
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** Somebody new asks, and the answer comes over that exchange layer. */
    public static void isAnsweredVia(String via, WebTestClient http) {
        track(http, somebody())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.freshness")
                .isEqualTo("FRESH")
                .jsonPath("$.sources[0].register")
                .isEqualTo("VMMS")
                .jsonPath("$.sources[0].via")
                .isEqualTo(via);
    }
}
