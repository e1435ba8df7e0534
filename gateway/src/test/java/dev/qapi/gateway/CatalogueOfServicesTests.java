package dev.qapi.gateway;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import dev.qapi.gateway.support.GatewayTest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The catalogue is whole, and every address in it leads somewhere. */
@GatewayTest
class CatalogueOfServicesTests {

    @Autowired
    private WebTestClient http;

    private Map<String, Node> here = Map.of();

    @BeforeEach
    void read() {
        var told = new Node(http.get()
                .uri("/api/v1/catalogue")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        here = told.get("data").get("services").items().stream()
                .filter(service -> service.get("here").value() == Boolean.TRUE)
                .collect(toMap(service -> service.get("api").text(), service -> service));
    }

    /** The catalogue, the state of the services, what one may do, what has happened and files to be attached are about the e-services, and none of the migration service's own. */
    @Test
    void everyContractIsInIt() {
        var contracts = Contract.all().stream()
                .map(Contract::id)
                .filter(id -> Stream.of("catalogue", "status", "privileges", "events", "webhooks", "notices", "files")
                        .noneMatch(id::equals))
                .map(id -> "/api/v1/" + id);
        assertThat(here.keySet())
                .as("ElectronicService says HERE for what has a contract, and for nothing else")
                .containsExactlyInAnyOrderElementsOf(contracts.toList());
    }

    @Test
    void everyPageIsThere() {
        assertThat(here.values())
                .isNotEmpty()
                .allSatisfy(service -> http.get()
                        .uri(service.get("page").text())
                        .header("Accept", "text/html")
                        .exchange()
                        .expectStatus()
                        .value(status -> assertThat(status).isNotEqualTo(404)));
    }

    @Test
    void itsOwnPageLeadsThere() {
        var page = http.get()
                .uri("/catalogue?lang=en")
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(page))
                .contains("<a href=\"/applications\">Application tracking</a>")
                .contains("Free of charge");
    }
}
