package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/** Each test starts an application in a JVM of its own: the simulated government is one per JVM, and must let it end. */
class SandboxTest {

    @Configuration(proxyBeanMethods = false)
    static class Application {

        static void main(String[] args) {
            var url = start(args).getProperty("qapi.ehis.url", "none");
            System.out.println("EHIS " + url);
            System.out.println("SAME " + url.equals(start(args).getProperty("qapi.ehis.url", "none")));
        }

        private static org.springframework.core.env.Environment start(String... args) {
            return new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .run(args)
                    .getEnvironment();
        }
    }

    @Test
    void startsTheGovernmentOnceAndQuietlyAndLetsTheProcessEnd() throws Exception {
        assertThat(run("--qapi.sandbox=true", "--qapi.mock.port=0"))
                .matches("EHIS https://ehis\\.egov\\.test:[0-9]+\nSAME true\nexit 0");
    }

    @Test
    void staysOutWhereNoSandboxIsAskedFor() throws Exception {
        assertThat(run("--qapi.mock.port=0")).isEqualTo("EHIS none\nSAME true\nexit 0");
    }

    @Test
    void staysOutWhereARealExchangeLayerIsConfigured() throws Exception {
        assertThat(run("--qapi.sandbox=true", "--qapi.mock.port=0", "--qapi.ehis.url=https://ehis.example"))
                .isEqualTo("EHIS https://ehis.example\nSAME true\nexit 0");
    }

    @Test
    void staysOutWhileTheApplicationIsBuiltAhead() throws Exception {
        assertThat(run("--qapi.sandbox=true", "--qapi.mock.port=0", "--spring.aot.processing=true"))
                .isEqualTo("EHIS none\nSAME true\nexit 0");
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var port = taken.getLocalPort();
            assertThat(run("--qapi.sandbox=true", "--qapi.mock.port=" + port))
                    .contains("Port " + port + ", for the simulated government, is taken.")
                    .contains("Stop what listens there, or choose another and start again: export QAPI_MOCK_PORT=")
                    .doesNotContain("\tat ")
                    .endsWith("exit 1");
        }
    }

    private static String run(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output + "exit " + process.exitValue();
    }
}
