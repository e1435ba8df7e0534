package dev.qapi.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.qapi.gateway.start.CannotStart;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MyGovPropertiesTests {

    @Test
    void itsAddressesAreBelowTheIssuersUnlessSaid() {
        var usual = myGov("https://mygov.example/oidc", "us", "secret", null);

        assertThat(usual.token()).hasToString("https://mygov.example/oidc/oauth2/token");
        assertThat(usual.keys()).hasToString("https://mygov.example/oidc/oauth2/jwks");
        assertThat(usual.endSession()).hasToString("https://mygov.example/oidc/connect/logout");
        assertThat(usual.authorization()).hasToString("https://mygov.example/oidc/oauth2/authorize");
        assertThat(myGov("https://mygov.example", "us", "secret", "http://inside:9094/token")
                        .token())
                .hasToString("http://inside:9094/token");
    }

    @Test
    void whereWeHaveNoNameTheStartSaysWhatIsMissing() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> myGov("https://mygov.example", "us", " ", null))
                .withMessageContaining("QAPI_MYGOV_CLIENT_SECRET");
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(myGov("https://mygov.example", "us", "secret", null).toString())
                .doesNotContain("secret");
    }

    private static MyGovProperties myGov(String issuer, String id, String secret, @Nullable String token) {
        return new MyGovProperties(
                URI.create(issuer),
                id,
                secret,
                null,
                null,
                token == null ? null : URI.create(token),
                null,
                null,
                Duration.ofSeconds(3));
    }
}
