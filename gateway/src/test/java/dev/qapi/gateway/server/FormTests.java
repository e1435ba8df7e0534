package dev.qapi.gateway.server;

import dev.qapi.gateway.support.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class FormTests {

    @Test
    void aFormThatWasReadKeepsItsConnection(@Autowired WebTestClient http) {
        http.post()
                .uri("/applications")
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("document.type=PASSPORT&document.number=C01234567&citizenship=TUR")
                .exchange()
                .expectStatus()
                .is4xxClientError()
                .expectHeader()
                .doesNotExist("Connection")
                .expectBody()
                .returnResult();
    }
}
