package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.sample.PublicSlice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is about nobody may be kept by anybody and is fetched again only if it differs; its questions are typed. */
@GatewayTest
@Import(PublicSlice.class)
class PublicAnswersTests {

    private static final String ASK = "/api/v1/status/public";

    @Autowired
    private WebTestClient http;

    @Test
    void isKeptByAnybodyForAMinute() {
        var headers = get(ASK, "ru", null).getResponseHeaders();
        assertThat(headers.getCacheControl()).isEqualTo("max-age=60, public");
        assertThat(headers.getETag()).startsWith("\"");
        assertThat(headers.getVary()).contains("Accept-Language", "Accept");
        assertThat(headers.getFirst("Content-Language")).isEqualTo("ru");
    }

    @Test
    void isNotSentAgainThoughItWasFetchedAgain() {
        var first = get(ASK, "en", null);
        var again = get(ASK, "en", first.getResponseHeaders().getETag());
        assertThat(again.getStatus().value()).isEqualTo(304);
        assertThat(again.getResponseBody()).isNull();
        assertThat(again.getResponseHeaders().getETag())
                .isEqualTo(first.getResponseHeaders().getETag());
        assertThat(again.getResponseHeaders().getCacheControl()).isEqualTo("max-age=60, public");
    }

    @Test
    void isSentAgainInAnotherLanguageOrWithOtherData() {
        var tag = get(ASK, "en", null).getResponseHeaders().getETag();
        assertThat(get(ASK, "az", tag).getStatus().value()).isEqualTo(200);
        assertThat(get(ASK + "?year=2025", "en", tag).getStatus().value()).isEqualTo(200);
    }

    @Test
    void tellsTheAgeOfWhatWasKept() {
        var headers = get(ASK + "/kept", "en", null).getResponseHeaders();
        assertThat(headers.getFirst("Age")).matches("9[0-9]|1[0-9]{2}");
        assertThat(headers.getFirst("Cache-Status")).isEqualTo("Qapi; hit; detail=STALE");
        assertThat(get(ASK, "en", null).getResponseHeaders().getFirst("Age")).isNull();
    }

    @Test
    void withoutTheMarkNobodyMayKeepIt() {
        assertThat(get(ASK + "/personal", "en", null).getResponseHeaders().getCacheControl())
                .isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "?year=soon,        /year,        00303",
        "?yaer=2026,        /yaer,        00302",
        "?year=2026&year=7, /year,        00303",
        "/of/x,             /citizenship, 00313",
        "/of,               /year,        00301"
    })
    void namesTheParameterThatIsWrong(String question, String pointer, String code) {
        http.get()
                .uri(ASK + question)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00300")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void isAPageThatNeedsNoForm() {
        var page = Objects.requireNonNull(http.get()
                .uri("/status?lang=ru")
                .header("Accept", "text/html")
                .header("If-None-Match", "*")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(page).contains("data-freshness=\"FRESH\"").doesNotContain("<form method=\"post\"");
    }

    private EntityExchangeResult<byte[]> get(String path, String language, @Nullable String tag) {
        var request = http.get().uri(path).header("Accept-Language", language);
        return (tag == null ? request : request.header("If-None-Match", tag))
                .exchange()
                .expectBody()
                .returnResult();
    }
}
