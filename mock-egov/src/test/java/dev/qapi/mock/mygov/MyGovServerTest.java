package dev.qapi.mock.mygov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest in somebody else's process. */
class MyGovServerTest {

    static final class Application {

        static void main(String[] args) {
            var myGov = MyGov.start(People.settings());
            var page = new Browser().get(URI.create(myGov.issuer() + "/login"));
            System.out.println("STATUS " + page.statusCode());
        }
    }

    @Test
    void startsQuietlyWritesNothingAndLetsTheProcessEnd(
            @TempDir Path temporary, @TempDir Path working, @TempDir Path logs) throws Exception {
        assertThat(run(temporary, working, logs.resolve("output"))).isEqualTo("STATUS 200\nexit 0");
        assertThat(temporary).isEmptyDirectory();
        assertThat(working).isEmptyDirectory();
    }

    private static String run(Path temporary, Path working, Path output) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName())
                .directory(working.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return Files.readString(output) + "exit " + process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var settings = MyGov.Settings.local(taken.getLocalPort(), List.of(), Clock.systemUTC());
            assertThatExceptionOfType(MyGovPortInUse.class)
                    .isThrownBy(() -> MyGov.start(settings))
                    .extracting(MyGovPortInUse::port)
                    .isEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void givesThePortBack() {
        var first = MyGov.start(People.settings());
        new Client(first).tokens(People.EMRE);
        first.close();
        var settings = MyGov.Settings.local(first.port(), List.of(), Clock.systemUTC());
        try (var second = MyGov.start(settings)) {
            assertThat(second.port()).isEqualTo(first.port());
        }
    }

    @Test
    void behindAProxyEveryAddressIsTheProxys() {
        var own = People.settings();
        var settings = new MyGov.Settings(
                0,
                URI.create("http://mygov.test:9094"),
                "a",
                "b",
                Set.of(Client.CALLBACK),
                Set.of(),
                own.accounts(),
                own.inbox(),
                own.clock(),
                own.first());
        try (var myGov = MyGov.start(settings)) {
            var direct = "http://localhost:" + myGov.port();
            var browser = new Browser();
            assertThat(browser.get(URI.create(direct + "/.well-known/openid-configuration"))
                            .body())
                    .contains("\"token_endpoint\":\"http://mygov.test:9094/oauth2/token\"")
                    .doesNotContain("localhost");
            var authorize = URI.create(direct + "/oauth2/authorize?" + Browser.encoded(Client.request()));
            assertThat(browser.get(authorize, "Accept", "text/html").headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).doesNotContain("localhost"));
            var page = URI.create(direct + "/login");
            assertThat(browser.pick(page, People.EMRE).headers().firstValue("Location"))
                    .hasValueSatisfying(
                            location -> assertThat(location).startsWith("http://mygov.test:9094/oauth2/authorize?"));
        }
    }
}
