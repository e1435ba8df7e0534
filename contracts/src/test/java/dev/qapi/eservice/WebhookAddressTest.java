package dev.qapi.eservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.identifier.Malformed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example",
                "https://portal.example:8443/hooks/qapi?key=a%20b&x=y",
                "https://[2001:db8::1]/",
                "http://127.0.0.1:8080/"
            })
    void isKeptAsItWasTyped(String typed) {
        assertThat(WebhookAddress.of(typed)).hasToString(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "portal.example",
                "//portal.example/",
                "ftp://portal.example/",
                "file:///etc/passwd",
                "gopher://portal.example/",
                "https://user:secret@portal.example/",
                "https://portal.example@127.0.0.1/",
                "https://portal.example\\@127.0.0.1/",
                "https://portal.example/#part",
                "https://portal.example#@127.0.0.1/",
                "https://portal_1.example/",
                "https://пример.example/",
                "https://①②⑦.0.0.1/",
                "https:///path",
                "https://:443/",
                "https://portal.example:0/",
                "https://portal.example:65536/",
                "https://portal.example/a b",
                "https://portal.example/\r\nHost: other",
                "https://portal.example/\u0000",
                "https://[::1/",
                "https://%31%32%37.0.0.1/",
                "https://127.0.0.1%00.portal.example/"
            })
    void whateverCouldBeReadInTwoWaysIsNone(String typed) {
        assertThatThrownBy(() -> WebhookAddress.of(typed)).isInstanceOf(Malformed.class);
    }
}
