package dev.qapi.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whatever goes wrong in the API is told as one kind of document, in the reader's language, and tells nothing else. */
@GatewayTest
@Import(ProblemAnswersTests.Breaking.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTests {

    private static final String TRACK = "/api/v1/applications/track";
    private static final String CANARY = "CANARY7654321";
    private static final String GOOD = "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"R7654322\"},"
            + "\"birthDate\":\"1990-04-12\",\"citizenship\":\"TUR\"}";

    @Autowired
    WebTestClient http;

    @Autowired
    Catalogue catalogue;

    /** Breaks as the best of us do: with a text that quotes what it stumbled over. */
    @TestConfiguration
    @RestController
    static class Breaking {
        @GetMapping("/api/v1/breaking")
        Mono<String> breaks() {
            return Mono.error(new IllegalStateException("no person with document " + CANARY));
        }
    }

    record Mishap(String name, String code, HttpMethod method, String path, UnaryOperator<RequestBodySpec> rest) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mishap> mishaps() {
        return Stream.of(
                new Mishap("no route", "00404", HttpMethod.GET, "/api/v1/nothing", UnaryOperator.identity()),
                new Mishap("another method", "00405", HttpMethod.GET, TRACK, UnaryOperator.identity()),
                new Mishap(
                        "another answer",
                        "00406",
                        HttpMethod.POST,
                        TRACK,
                        r -> json(r.header("Accept", "text/csv"), GOOD)),
                new Mishap("too large", "00413", HttpMethod.POST, TRACK, r -> json(r, " ".repeat(17_000) + GOOD)),
                new Mishap(
                        "a form", "00415", HttpMethod.POST, TRACK, r -> typed(r, "application/x-www-form-urlencoded")),
                new Mishap("no type", "00415", HttpMethod.POST, TRACK, r -> typed(r, null)),
                new Mishap("a refused path", "00400", HttpMethod.GET, TRACK + ";a=b", UnaryOperator.identity()),
                new Mishap("an error of ours", "00000", HttpMethod.GET, "/api/v1/breaking", UnaryOperator.identity()),
                malformed("no body", ""),
                malformed("no JSON", CANARY),
                malformed("null", "null"),
                malformed("a text", "\"" + CANARY + "\""),
                malformed("an array", "[" + GOOD + "]"),
                malformed("a key twice", GOOD.replace("{\"document\"", "{\"birthDate\":\"1990-04-12\",\"document\"")),
                malformed("bytes behind the end", GOOD + CANARY),
                malformed("another object behind the end", GOOD + GOOD),
                malformed("cut off", GOOD.substring(0, 40)),
                malformed("a thousand brackets", "[".repeat(1_000)),
                malformed("a thousand objects", "{\"document\":".repeat(1_000)),
                malformed("a number of a thousand digits", GOOD.replace("\"TUR\"", "9".repeat(1_000))),
                malformed("a number for a text", GOOD.replace("\"TUR\"", "1")),
                malformed("a name of a thousand letters", GOOD.replace("citizenship", "c".repeat(1_000))),
                malformed("an unknown field", GOOD.replace("citizenship", CANARY)),
                malformed("a value that cannot be", GOOD.replace("TUR", CANARY)));
    }

    private static Mishap malformed(String name, String body) {
        return new Mishap(name, "00300", HttpMethod.POST, TRACK, request -> json(request, body));
    }

    private static RequestBodySpec json(RequestBodySpec request, String body) {
        request.header("Content-Type", "application/json").bodyValue(body);
        return request;
    }

    private static RequestBodySpec typed(RequestBodySpec request, @Nullable String type) {
        if (type != null) {
            request.header("Content-Type", type);
        }
        request.body(Mono.just(GOOD.getBytes()), byte[].class);
        return request;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mishaps")
    void isToldAsAProblemInTheReadersLanguage(Mishap mishap, CapturedOutput log) {
        for (var reader : List.of("", "ru", "en", "de;q=0.9, en;q=0.8")) {
            var language = reader.isEmpty()
                    ? "az"
                    : reader.substring(reader.length() > 2 ? 10 : 0).substring(0, 2);
            var request = http.method(mishap.method()).uri(mishap.path()).header("X-Request-ID", "quote-me");
            if (!reader.isEmpty()) {
                request.header("Accept-Language", reader);
            }
            var entry = catalogue.byCode(mishap.code());

            var answer = mishap.rest().apply(request).exchange();

            answer.expectStatus().isEqualTo(entry.status());
            answer.expectHeader().contentType("application/problem+json");
            answer.expectHeader().valueEquals("Cache-Control", "no-store");
            answer.expectHeader().valueEquals("X-Request-ID", "quote-me");
            if (entry.status() == 405) {
                answer.expectHeader().valueEquals("Allow", "POST");
            }
            answer.expectBody(String.class)
                    .value(body -> assertThat(body)
                            .contains("\"type\":\"/problems/" + entry.slug() + '"', "\"code\":\"" + mishap.code() + '"')
                            .contains("\"status\":" + entry.status(), '"' + entry.title(language) + '"')
                            .containsPattern("\"traceId\":\"[0-9a-f]{32}\"")
                            .satisfies(text ->
                                    assertThat(text.replace("/" + CANARY, "")).doesNotContain(CANARY))
                            .doesNotContain("Exception"));
        }
        assertThat(log.getAll()).doesNotContain(CANARY);
    }
}
