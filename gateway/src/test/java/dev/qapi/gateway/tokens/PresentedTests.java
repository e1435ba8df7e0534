package dev.qapi.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** What counts as a token before anybody reads it. */
class PresentedTests {

    @ParameterizedTest
    @CsvSource({"Bearer a.b.c, false", "bEARER a-Z_0.b9.c, false", "DPoP a.b.c, true", "dpop a.b.c, true"})
    void oneTokenOfThreePartsIs(String given, boolean isProved) {
        var presented = Presented.of(List.of(given));

        assertThat(presented.isProved()).isEqualTo(isProved);
        assertThat(presented.token()).isEqualTo(given.substring(given.indexOf(' ') + 1));
        assertThat(presented).asString().doesNotContain("a.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer a",
                "Bearer a.b",
                "Bearer a.b.",
                "Bearer .b.c",
                "Bearer a..c",
                "Bearer a.b.c.d",
                "Bearer a.b.c.d.e",
                "Bearer  a.b.c",
                "Bearer a.b.c ",
                "Bearer a.b.c=",
                "Bearer a.b.\u00e7",
                "Bearer a.b.c,a.b.c",
                "Basic a.b.c",
                "a.b.c"
            })
    void nothingElseIs(String given) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> Presented.of(List.of(given)));
    }

    @Test
    void neitherAreTwoNorOneThatIsTooLong() {
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> Presented.of(List.of("Bearer a.b.c", "Bearer a.b.c")));
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> Presented.of(List.of("Bearer a.b." + "c".repeat(8 * 1024))));
        assertThat(Presented.of(List.of("Bearer a.b." + "c".repeat(8_000))).isProved())
                .isFalse();
    }
}
