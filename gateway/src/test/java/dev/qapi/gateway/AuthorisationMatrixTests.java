package dev.qapi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Exchange;
import dev.qapi.contract.Node;
import dev.qapi.contract.Operation;
import dev.qapi.contract.Persona;
import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.EService;
import dev.qapi.gateway.support.TestLogins;
import dev.qapi.mock.MockEgov;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every kind of caller at every route: whom the contract names is let in, and nobody learns of anybody but themselves. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0", "qapi.data=target/authorisation"
        }) // what it keeps is nobody else's
@AutoConfigureWebTestClient(timeout = "20s")
@Import(TestLogins.class)
@DirtiesContext
class AuthorisationMatrixTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EMPLOYER_A = "employer:1400012341";
    private static final String EMPLOYER_B = "employer:1500023451";
    private static final String PERSON_A = "work-permit-awaiting-fee";
    private static final String PERSON_B = "several-applications";
    private static final String PORTAL_X = TestLogins.PORTAL + "applications,stay-registrations,payments,restrictions";
    private static final String PORTAL_Y = TestLogins.PORTAL + "applications";
    private static final String BARRED = "unpaid-fine-entry-bar";
    private static final Map<String, Caller> CALLERS = new TreeMap<>(Map.of(
            "nobody",
            Caller.ANONYMOUS,
            PERSON_A,
            Caller.PERSON,
            PERSON_B,
            Caller.PERSON,
            EMPLOYER_A,
            Caller.EMPLOYER,
            EMPLOYER_B,
            Caller.EMPLOYER,
            "operator",
            Caller.OPERATOR));

    /** Whatever a caller could try to be somebody else with. */
    private static final List<String> IDENTIFIERS = List.of(
            "taxNumber", "voen", "employer", "person", "document", "documentNumber", "birthDate", "citizenship", "sub");

    @Autowired
    WebTestClient http;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    static Stream<Operation> routes() {
        return Contract.all().stream()
                .flatMap(Contract::operations)
                .filter(operation -> operation.path().startsWith(Contract.PUBLIC));
    }

    /** What the contract says; everybody, if it says nothing. */
    private static Set<Caller> allowed(Operation route) {
        var named = route.node().get("x-allowed-to").items().stream()
                .map(Node::text)
                .map(Caller::valueOf)
                .collect(Collectors.toSet());
        return named.isEmpty() ? Set.of(Caller.values()) : named;
    }

    private static boolean isAllowed(Operation route, String login) {
        var scope = route.node().get("x-portal-scope").text();
        return allowed(route).contains(CALLERS.get(login))
                && (!login.startsWith(TestLogins.PORTAL) || scope.isEmpty() || hasScope(login, scope));
    }

    private static boolean hasScope(String login, String scope) {
        return List.of(login.substring(TestLogins.PORTAL.length()).split(",")).contains(scope);
    }

    @Test
    void theCodeAllowsWhomTheContractNames(@Autowired RequestMappingHandlerMapping mappings) {
        var coded = new TreeMap<String, Set<Caller>>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (AnnotatedElementUtils.hasAnnotation(method.getBeanType(), EService.class)) {
                var policy = Set.of(Objects.requireNonNull(method.getMethodAnnotation(AllowedTo.class))
                        .value());
                info.getPatternsCondition()
                        .getPatterns()
                        .forEach(path -> coded.put(path.toString(), everybody(policy)));
            }
        });
        var promised = new TreeMap<String, Set<Caller>>();
        routes().forEach(route -> promised.put(route.path(), allowed(route)));
        assertThat(coded).isEqualTo(promised);
    }

    /** What is open to anybody is open to those whom we know. */
    private static Set<Caller> everybody(Set<Caller> policy) {
        return policy.contains(Caller.ANONYMOUS) ? Set.of(Caller.values()) : policy;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void exactlyTheNamedCallersAreLetIn(Operation route) {
        var let = new ArrayList<String>();
        var refused = new ArrayList<String>();
        CALLERS.forEach((login, kind) -> {
            var told = ask(route, login);
            var status = told.getStatus().value();
            if (status == 200 || status == 202 || isOfNothing(route, status) || isOfNoCitizen(route, told)) {
                let.add(login);
            } else if (status == (kind == Caller.ANONYMOUS ? 401 : 403)) {
                refused.add(login);
            }
        });
        assertThat(let)
                .containsExactlyElementsOf(CALLERS.keySet().stream()
                        .filter(login -> isAllowed(route, login))
                        .toList());
        assertThat(let.size() + refused.size()).isEqualTo(CALLERS.size());
    }

    /** What was filed has another number each time: whoever is let in is told that there is no such one; and here no mail is sent. */
    private static boolean isOfNothing(Operation route, int status) {
        return List.of("/letters/track", "/stay-extensions/track", "/stay-extensions/decision", "/subscriptions/own")
                                .stream()
                                .anyMatch(route.path()::endsWith)
                        && status == 404
                || route.path().startsWith("/api/v1/notices/own")
                        && route.method().equals("POST")
                        && status == 404
                || route.path().equals("/api/v1/files") && status == 400;
    }

    /** The door lets any person in; the service then tells who is no citizen, by a code of its own. */
    private static boolean isOfNoCitizen(Operation route, EntityExchangeResult<byte[]> told) {
        return route.path().endsWith("/citizenship-notices/own")
                && told.getStatus().value() == 403
                && new String(Objects.requireNonNull(told.getResponseBody()), UTF_8).contains("\"code\":\"00023\"");
    }

    private static Optional<Exchange> example(Operation route) {
        return Stream.concat(route.exchanges(), route.illustrations())
                .filter(it -> it.status() < 300)
                .findFirst()
                .or(() -> route.exchanges().filter(it -> it.status() == 404).findFirst());
    }

    /** With the query that its example has, for a client that encodes it. */
    private static String address(Operation route) {
        return yearToCome(
                example(route).map(it -> UriUtils.decode(it.uri(), UTF_8)).orElse(route.path()));
    }

    private EntityExchangeResult<byte[]> ask(Operation route, String login) {
        var example = example(route);
        var request = http.method(HttpMethod.valueOf(route.method()))
                .uri(address(route))
                .header(TestLogins.HEADER, login);
        example.map(it -> it.headers().get("Idempotency-Key")).ifPresent(key -> request.header("Idempotency-Key", key));
        if (route.method().equals("PUT")) {
            request.header("If-None-Match", "*");
        }
        example.map(Exchange::request)
                .ifPresent(body -> request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(yearToCome(JSON.writeValueAsString(body))));
        var told = request.exchange().expectBody().returnResult();
        var headers = told.getResponseHeaders();
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        if (route.node().get("x-allowed-to").isPresent() || route.method().equals("POST")) {
            assertThat(headers.getCacheControl()).isEqualTo("no-store");
        }
        return told;
    }

    /** What is filed for a year is filed before it; no example knows which one that is. */
    private static String yearToCome(String example) {
        var next = LocalDate.now(ZoneId.of("Asia/Baku")).getYear() + 1;
        return example.contains("labour-forecasts") || example.contains("occupation")
                ? example.replace("2027", String.valueOf(next))
                : example;
    }

    /** Who has looked at somebody is another answer each time they look; who has filed nothing, or to whom nothing has happened, has the same empty list; no login is a portal. */
    static Stream<Operation> owned() {
        return routes().filter(route -> route.method().equals("GET"))
                .filter(route -> !route.path().endsWith("/accesses"))
                .filter(route -> !route.path().endsWith("/letters/own"))
                .filter(route -> !route.path().endsWith("/citizenship-notices/own"))
                .filter(route -> !route.path().endsWith("/own-data/corrections"))
                .filter(route -> !route.path().contains("/labour-forecasts/"))
                .filter(route -> !route.path().startsWith("/api/v1/events"))
                .filter(route -> !route.path().contains("/subscription"))
                .filter(route -> !route.path().startsWith("/api/v1/notices/")) // NoticesByMailTests
                .filter(route -> !route.path().endsWith("/calendar")) // the answer beside it, as text
                .filter(route -> !route.path().matches(".*/report[.](csv|xlsx)")) // the same, as a table; QuotaTests
                .filter(route -> !allowed(route).equals(Set.of(Caller.PORTAL)))
                .filter(route -> route.node().get("x-allowed-to").isPresent());
    }

    @ParameterizedTest
    @MethodSource("owned")
    void nothingThatIsSentMakesOneSomebodyElse(Operation route) {
        var isForEmployers = allowed(route).equals(Set.of(Caller.EMPLOYER));
        var isOfBars = route.path().contains("/restrictions/");
        var login = isForEmployers ? EMPLOYER_A : isOfBars ? BARRED : PERSON_A;
        var other = isForEmployers ? EMPLOYER_B : PERSON_B;
        var own = substance(ask(route, login));
        assertThat(own.isMissingNode()).isFalse();
        assertThat(substance(ask(route, other))).isNotEqualTo(own);
        for (var name : IDENTIFIERS) {
            for (var value : List.of("1500023451", "AZ4471190", other)) {
                http.get()
                        .uri(
                                address(route) + (address(route).contains("?") ? "&" : "?") + "{name}={value}",
                                name,
                                value)
                        .header(TestLogins.HEADER, login)
                        .exchange()
                        .expectStatus()
                        .isBadRequest()
                        .expectBody();
                var told = http.get()
                        .uri(address(route))
                        .header(TestLogins.HEADER, login)
                        .header("X-" + name, value)
                        .header(name, value)
                        .cookie(name, value)
                        .exchange()
                        .expectBody()
                        .returnResult();
                assertThat(substance(told)).isEqualTo(own);
            }
        }
    }

    /** But for when a register was asked. */
    private static JsonNode substance(EntityExchangeResult<byte[]> told) {
        var data = JSON.readTree(Objects.requireNonNull(told.getResponseBody())).path("data");
        if (data.has("form")) {
            data.path("fields").forEach(field -> ((ObjectNode) field).remove("asOf"));
        }
        return data;
    }

    @ParameterizedTest
    @CsvSource({
        "applications, track, residence-under-review",
        "stay-registrations, check, residence-under-review",
        "payments, search, several-charges",
        "restrictions, check, clean-record",
    })
    void whoIsLoggedInIsToldTheSameWithoutTypingIt(String id, String operation, String persona) {
        var person = Persona.all().stream()
                .filter(it -> it.name().equals(persona))
                .findFirst()
                .orElseThrow();
        var typed = http.post()
                .uri("/api/v1/" + id + "/" + operation)
                .bodyValue(Map.of(
                        "document",
                        Map.of(
                                "type", person.document().type().name(),
                                "number", person.document().number().reveal()),
                        "birthDate",
                        person.birthDate().reveal(),
                        "citizenship",
                        person.citizenship().reveal()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        var own = http.get()
                .uri("/api/v1/" + id + "/own")
                .header(TestLogins.HEADER, persona)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .cacheControl(CacheControl.noStore())
                .expectBody()
                .returnResult();
        assertThat(substance(own)).isEqualTo(substance(typed));
    }

    /** Three facts are known to hotels and ex-spouses too; a login is not. */
    @Test
    void aLoginOpensTheCauseOfARestriction() {
        http.get()
                .uri("/api/v1/restrictions/own")
                .header(TestLogins.HEADER, BARRED)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.restrictions[0].charge.paymentNumber")
                .isNotEmpty();
    }
}
