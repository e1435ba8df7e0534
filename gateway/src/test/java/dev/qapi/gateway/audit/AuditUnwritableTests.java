package dev.qapi.gateway.audit;

import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.start.CannotStart;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Vmms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;

class AuditUnwritableTests {

    @TempDir
    Path data;

    @Test
    void withoutAnEntryNothingIsToldAboutAnybody() throws Exception {
        try (var gateway = OwnGateway.on(data)) {
            var http = gateway.http();
            await().untilAsserted(
                            () -> track(http, somebody()).expectStatus().isOk().expectBody());
            var known = somebody();
            track(http, known).expectStatus().isOk().expectBody();
            Files.move(data.resolve("audit"), data.resolve("away"));
            await().untilAsserted(() -> isClosed(gateway, somebody()));
            isClosed(gateway, known);
            gateway.vmms()
                    .says(Vmms.GOOD
                            .replace("MATCHED", "NO_MATCH")
                            .replaceAll("\"applications\":.*", "\"applications\":[]}"));
            isClosed(gateway, somebody());
            http.get().uri("/nowhere").exchange().expectStatus().isNotFound().expectBody();
            track(http, "{}").expectStatus().isBadRequest().expectBody();
            Files.move(data.resolve("away"), data.resolve("audit"));
            track(http, known).expectStatus().isOk().expectBody();
        }
    }

    /** What is left to the server to send, as a redirect is, is sent where somebody can still tell that it may not be. */
    @Test
    void whatKeepsAnUnsentAnswerFromBeingSentIsTold() {
        try (var gateway = OwnGateway.on(data)) {
            var response = new MockServerHttpResponse();
            WebHttpHandlerBuilder.webHandler(exchange -> {
                        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                        exchange.getResponse().beforeCommit(() -> Mono.error(new IllegalStateException("not written")));
                        return Mono.empty();
                    })
                    .filter(gateway.bean(AuditFilter.class))
                    .exceptionHandler((exchange, _) -> {
                        exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                        return exchange.getResponse().setComplete();
                    })
                    .build()
                    .handle(MockServerHttpRequest.get("/login").build(), response)
                    .block(Duration.ofSeconds(5));
            assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private static void isClosed(OwnGateway gateway, String person) {
        track(gateway.http(), person)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType("application/problem+json")
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00001")
                .jsonPath("$.data")
                .doesNotExist();
    }

    @Test
    void aSecondGatewayOnTheSameFolderReadsOneSentence() {
        var first = new AuditFolder(data);
        first.start();
        try {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> new AuditFolder(data).start())
                    .withMessageStartingWith("Another gateway is using the data folder " + data);
        } finally {
            first.stop();
        }
        var next = new AuditFolder(data);
        next.start();
        next.stop();
    }

    @Test
    void aFolderThatCannotBeMadeIsOneSentence() throws Exception {
        Files.writeString(data.resolve("audit"), "a file");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new AuditFolder(data).start())
                .withMessageStartingWith("The audit cannot be written to " + data.resolve("audit"));
    }
}
