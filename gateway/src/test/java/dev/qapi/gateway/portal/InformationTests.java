package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.fake.WithFakeGateway;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Pages that are about nobody. */
@WithFakeGateway
class InformationTests {

    private WebTestClient browser;

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Accept", "text/html")
                .build();
    }

    @Test
    void the_documentation_revalidates() {
        var first = get("/docs/applications.json").getResponseHeaders();
        browser.get()
                .uri("/docs/applications.json")
                .header("If-None-Match", Objects.requireNonNull(first.getETag()))
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody();
        assertThat(first.getCacheControl()).contains("public");
    }

    @Test
    void a_problems_address_explains_it() {
        assertThat(get("/problems/register-down?lang=en").getResponseBody())
                .contains("We could not check now")
                .doesNotContain("{register}");
    }

    private EntityExchangeResult<String> get(String path) {
        return browser.get().uri(path).exchange().expectBody(String.class).returnResult();
    }
}
