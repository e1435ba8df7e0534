package dev.qapi.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ReturnPathTests {

    /** Each has led somewhere else from some site, or is not a page of ours. */
    static List<String> elsewhere() {
        return List.of(
                "//evil.example",
                "///evil.example",
                "////evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "/\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\n/evil.example",
                "/%09/evil.example",
                "/%0a/evil.example",
                "/%0d%0aSet-Cookie:a=b",
                "/account\r\nSet-Cookie: a=b",
                "/%2fevil.example",
                "/%2f%2fevil.example",
                "%2f%2fevil.example",
                "/%5cevil.example",
                "/%5c%5cevil.example",
                "/%255cevil.example",
                "/%252fevil.example",
                "http://evil.example",
                "https://evil.example",
                "HTTPS://evil.example",
                "https:evil.example",
                "https:/evil.example",
                "https:///evil.example",
                "http:\\\\evil.example",
                "//evil.example/%2f..",
                "//evil.example@localhost",
                "/@evil.example",
                "@evil.example",
                "/account@evil.example",
                "http://localhost@evil.example",
                "//localhost:8080@evil.example",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "/javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//eviḷ.example",
                "//ｅvil.example",
                "//xn--evil.example",
                "/。evil.example",
                "//evil。example",
                "/\u2028/evil.example",
                "/\u0000evil",
                "/account\u0000",
                "/.evil.example",
                "/./evil.example",
                "/../evil.example",
                "/..//evil.example",
                "/..;/account",
                "/account;x=y",
                "/account?next=//evil.example",
                "/account#//evil.example",
                "account",
                "evil.example",
                ".evil.example",
                "?x",
                "#x",
                "",
                " ",
                " /account",
                "/account ",
                "/Account",
                "/account/",
                "/a//b",
                "/a/b/c/d/e",
                "/login",
                "/login/oauth2/code/mygov",
                "/logout",
                "/" + "a".repeat(100),
                "/hesabım",
                "/аccount");
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void nobodyIsLedElsewhere(String wish) {
        assertThat(ReturnPath.of(wish)).isEqualTo("/account");
    }

    @Test
    void theyAreMany() {
        assertThat(elsewhere()).hasSizeGreaterThanOrEqualTo(75).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/quota", "/stay-registrations", "/problems/login-needed"})
    void aPageOfOursIsOne(String wish) {
        assertThat(ReturnPath.of(wish)).isEqualTo(wish);
    }

    @Test
    void twoWishesAreNone() {
        var request = MockServerHttpRequest.get("/login?return=/quota&return=/quota");

        assertThat(ReturnPath.of(MockServerWebExchange.from(request))).isEqualTo("/account");
        assertThat(ReturnPath.of(MockServerWebExchange.from(MockServerHttpRequest.get("/login"))))
                .isEqualTo("/account");
    }
}
