package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Without a browser its tests are left out, which on a developer's machine is a convenience and here a lie. */
@EnabledIfEnvironmentVariable(named = "CI", matches = "true")
class BrowserIsThereTests {

    @Test
    void continuous_integration_has_a_browser() {
        assertThat(Files.exists(Path.of("/usr/bin/chromium")))
                .as(
                        "/usr/bin/chromium, which the profile `browser` of gateway/pom.xml waits for: apt-get install chromium")
                .isTrue();
    }
}
