package dev.qapi.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class SecretPostProcessorTests {

    @TempDir
    Path parent;

    @Test
    void theSandboxMakesOneForItsOwnerOnlyAndKeepsIt() throws Exception {
        var data = parent.resolve("data");
        var first = secret(sandbox(data));
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(secret(sandbox(data))).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void aGivenOneIsTakenInTheSandboxToo() {
        var given = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(secret(sandbox(parent).withProperty("qapi.secret", given))).isEqualTo(given);
        assertThat(parent).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "c2hvcnQ=", "not base64, though it is long enough for thirty-two bytes"})
    void aMissingOrWeakOneStopsTheStart(String given) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> secret(new MockEnvironment().withProperty("qapi.secret", given)))
                .withMessageEndingWith("openssl rand -base64 32");
    }

    private static MockEnvironment sandbox(Path data) {
        return new MockEnvironment().withProperty("qapi.sandbox", "true").withProperty("qapi.data", data.toString());
    }

    private static String secret(MockEnvironment environment) {
        new SecretPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty("qapi.secret");
    }
}
