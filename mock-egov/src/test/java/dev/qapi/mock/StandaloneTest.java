package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as somebody starts it: settings by environment, directions on the screen, the end by a signal. */
class StandaloneTest {

    private static final int AFTER_SIGTERM = 128 + 15;

    @Test
    void answersWhereItSaysAndEndsWhenItIsTold(@TempDir Path folder) throws Exception {
        var settings = Map.of(
                "QAPI_MOCK_PORT", "0",
                "QAPI_MOCK_PEOPLE", "100",
                "QAPI_MOCK_SLOW", "false",
                "QAPI_MOCK_DEEDS", folder.resolve("deeds").toString(),
                "QAPI_EHIS_URL", "http://of-a-gateway-elsewhere.example");
        var process = start(settings);
        try {
            var directions = directions(process.inputReader());
            var ehis = told(directions, "QAPI_EHIS_URL=");
            var bridge = told(directions, "QAPI_ASAN_BRIDGE_URL=");

            assertThat(Call.get(told(directions, "is open: ")).body()).contains("<html");
            assertThat(Call.sendTo(ehis + Call.SEARCH, Call.STRANGER, "X-Road-Client", "AZ/GOV/QAPI/GATEWAY")
                            .body())
                    .contains("NO_MATCH");
            assertThat(token(bridge, told(directions, "_ID="), told(directions, "_SECRET=")))
                    .contains("access_token");
            assertThat(issuer(told(directions, "myGov "))).isEqualTo(told(directions, "myGov "));

            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(AFTER_SIGTERM);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void tokensNameTheAddressThatIsPublished() throws IOException {
        var published = "https://mygov.example";
        try (var egov = MockEgov.start(Settings.quick(Clock.systemUTC()).publishing(URI.create(published)))) {
            var door = URI.create(egov.secureAddress("MYGOV")).getPort();
            assertThat(issuer("http://localhost:" + door)).isEqualTo(published);
            assertThat(egov.address("MYGOV")).isEqualTo(published);
        }
    }

    private static Process start(Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Standalone.class.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static String directions(BufferedReader output) {
        return output.lines().takeWhile(line -> !line.startsWith("Ctrl-C")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String told(String directions, String after) {
        assertThat(directions).contains(after);
        var start = directions.indexOf(after) + after.length();
        return directions.substring(start, directions.indexOf('\n', start));
    }

    private static String token(String bridge, String client, String secret) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((client + ':' + secret).getBytes(StandardCharsets.US_ASCII));
        return Call.sendTo(
                        bridge + "/oauth2/token",
                        "grant_type=client_credentials",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Basic " + credentials)
                .body();
    }

    private static String issuer(String myGov) throws IOException {
        return Call.json(Call.get(myGov + "/.well-known/openid-configuration"))
                .path("issuer")
                .stringValue();
    }
}
