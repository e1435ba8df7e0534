package dev.qapi.gateway.security;

import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.ClassUtils;

/** What the outside world gets to see: answers that forbid browsers what they may not do, and no management. */
@GatewayTest
class DoorTests {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    @Autowired
    WebTestClient http;

    @LocalManagementPort
    int management;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET,/api/v1/nothing,404",
        "GET,/api/v1/applications/track,405",
        "POST,/api/v1/applications/track,415",
        "OPTIONS,/api/v1/applications/track,200",
        "GET,/api/v1/applications;a=b,400",
        "GET,/nothing,404",
        "HEAD,/nothing,404",
        "GET,/,200",
        "GET,/docs,200",
        "GET,/problems,200",
        "GET,/login,404",
        "GET,/login/oauth2/code/mygov?code=x&state=y,404",
        "GET,/account/session,401",
        "GET,/webjars/swagger-ui/5.34.1/swagger-ui.css,200"
    })
    void everyAnswerForbidsABrowserWhatNoPageNeeds(HttpMethod method, String path, int status) {
        var answer = http.method(method).uri(path).exchange().expectStatus().isEqualTo(status);

        forbids(answer.returnResult(byte[].class).getResponseHeaders());
    }

    @Test
    void soDoesAnAnswerAboutAPerson() {
        var answer = track(http, somebody()).expectStatus().isOk().returnResult(String.class);

        forbids(answer.getResponseHeaders());
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
    }

    private static void forbids(HttpHeaders headers) {
        HEADERS.forEach((name, value) -> assertThat(headers.get(name)).containsExactly(value));
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval", "*", "http:");
        assertThat(headers.getFirst("Permissions-Policy")).contains("camera=()");
        assertThat(headers.headerNames()).doesNotContain("Server", "X-Powered-By", "Access-Control-Allow-Origin");
    }

    /** Every endpoint on the class path, exposed or not. */
    static Stream<String> endpoints() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Endpoint.class));
        return scanner.findCandidateComponents("org.springframework.boot").stream()
                .map(bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
                .map(type -> AnnotatedElementUtils.findMergedAnnotation(type, Endpoint.class))
                .map(endpoint -> endpoint == null ? "health" : endpoint.id())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void noManagementIsOnThePublicPort(String id) {
        for (var path : List.of("/actuator/" + id, "/actuator/" + id + "/x", "/manage/" + id, "/" + id)) {
            http.get().uri(path).exchange().expectStatus().isNotFound().expectBody();
        }
    }

    @Test
    void norIsItsListOrAProbe() {
        assertThat(endpoints()).contains("env", "heapdump", "shutdown", "prometheus");
        for (var path : List.of("/actuator", "/livez", "/readyz")) {
            http.get().uri(path).exchange().expectStatus().isNotFound().expectBody();
        }
    }

    @Test
    void managementShowsHealthMetricsTheAuditAndHowFilingsStandOnly() {
        managed("/actuator")
                .expectBody()
                .jsonPath("$._links")
                .value((Map<String, Object> links) -> assertThat(links.keySet())
                        .isEqualTo(Set.of("self", "audit", "filings", "health", "health-path", "prometheus")));
        managed("/actuator/env").expectStatus().isNotFound().expectBody();
    }

    @Test
    void livenessAsksNobodyElse() {
        managed("/actuator/health/liveness")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"status\":\"UP\"}", JsonCompareMode.STRICT);
    }

    private WebTestClient.ResponseSpec managed(String path) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + management)
                .build()
                .get()
                .uri(path)
                .exchange();
    }
}
