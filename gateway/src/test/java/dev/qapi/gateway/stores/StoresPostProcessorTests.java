package dev.qapi.gateway.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.qapi.gateway.start.CannotStart;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class StoresPostProcessorTests {

    @TempDir
    Path data;

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void startsNothingWhereBothAddressesAreGiven() {
        environment
                .withProperty("qapi.sandbox", "true")
                .withProperty("qapi.data", data.toString())
                .withProperty("REDIS_URL", "redis://cache:6379")
                .withProperty("MONGODB_URI", "mongodb://store/qapi");
        settle();
        assertThat(environment.getProperty("spring.data.redis.url")).isEqualTo("redis://cache:6379");
        assertThat(environment.getProperty("spring.mongodb.uri")).isEqualTo("mongodb://store/qapi");
        assertThat(environment.getProperty("qapi.embedded.redis.pid")).isNull();
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.data.redis.url",
                "spring.data.redis.host",
                "spring.data.redis.sentinel.nodes",
                "spring.data.redis.cluster.nodes[0]",
                "spring.data.redis.masterreplica.nodes"
            })
    void takesBootsOwnWordsForAnAddress(String property) {
        environment.withProperty(property, "cache:6379").withProperty("spring.mongodb.host", "store");
        settle();
        assertThat(environment.getProperty("qapi.embedded.redis.pid")).isNull();
    }

    @Test
    void namesTheVariableThatIsMissing() {
        environment.withProperty("MONGODB_URI", "mongodb://store/qapi").withProperty("REDIS_URL", "");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(this::settle)
                .withMessageContaining("Set the environment variable REDIS_URL");
    }

    @Test
    void startsOnlyWhatHasNoAddressInTheSandbox() {
        environment
                .withProperty("qapi.sandbox", "true")
                .withProperty("qapi.data", data.toString())
                .withProperty("REDIS_URL", "redis://cache:6379");
        settle();
        assertThat(environment.getProperty("spring.mongodb.uri")).startsWith("mongodb://127.0.0.1:");
        assertThat(environment.getProperty("qapi.embedded.redis.pid")).isNull();
    }

    @Test
    void touchesNothingWhileBeansAreOnlyDescribed() {
        environment.withProperty("spring.aot.processing", "true");
        settle();
        assertThat(environment.getProperty("spring.mongodb.uri")).isNull();
    }

    private void settle() {
        new StoresPostProcessor().postProcessEnvironment(environment, new SpringApplication());
    }
}
