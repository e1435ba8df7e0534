package dev.qapi.gateway.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.killing.Vitals.Sign;
import dev.qapi.gateway.stores.Quiet;
import dev.qapi.gateway.support.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.DurationStyle;

/**
 * One gateway as a process of its own under a mixed load, while what is behind it fails in one way after the other and some who ask hang up:
 * nothing grows, nothing leaks, no event loop waits, and what cannot be answered is said as the contract says it. For as long
 * as {@code -Dsoak=10m} says, {@code -Dsoak.seed=…} in the order of another run.
 */
@EnabledIfSystemProperty(named = "soak", matches = ".+")
class SoakTests {

    private static final Duration SOAK = DurationStyle.detectAndParse(System.getProperty("soak", "10m"));
    private static final long SEED = Long.getLong("soak.seed", System.nanoTime());
    private static final int LOOKS = 10;
    /** Until then classes are loaded and caches fill. */
    private static final int WARM = 4;

    private static final List<String> FLAGS = List.of("-Dio.netty.leakDetection.level=paranoid");
    private static final String WELL = "(look|ask) 200|file 202";
    private static final String SAID = "(ask|file) 50[234] 0[07]\\d{3}";

    private static final Folk FOLK = new Folk();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingGrowsLeaksOrWaits() throws Exception {
        Quiet.please();
        try (var site = new Site(
                        folder,
                        1,
                        true,
                        FLAGS,
                        List.of(
                                "qapi.target=letters,applications,catalogue",
                                "qapi.limits.generosity=100000",
                                "qapi.resilience.remembered=500"));
                var caller = new Caller()) {
            site.start();
            var gateway = site.gateways().getFirst();
            isWell(caller, gateway);
            var signs = new ArrayList<Sign>();
            try (var traffic = new Traffic(gateway.port(), new Ledger())) {
                try (var _ = new Misfortune(site.ways(gateway), SEED)) {
                    look(gateway, signs);
                }
                traffic.end();
                System.out.printf("soaked (-Dsoak.seed=%d): %s, %s%n", SEED, traffic.told(), signs);
                assertThat(traffic.told().keySet()).allMatch(kind -> kind.matches(WELL + '|' + SAID));
                assertThat(traffic.told()).containsKeys("look 200", "ask 200", "file 202");
            }
            isFlat(signs, Sign::heap, 6 * 1024);
            isFlat(signs, Sign::threads, 8);
            isFlat(signs, Sign::files, 24);
            isWell(caller, gateway);
            assertThat(leaks(site.log(gateway))).isEmpty();
        }
    }

    private static void isWell(Caller caller, Victim gateway) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.track(gateway, FOLK.somebody()).statusCode() == 200);
    }

    private static void look(Victim gateway, List<Sign> signs) throws InterruptedException {
        var vitals = new Vitals(gateway.pid());
        var person = FOLK.somebody();
        for (var each = 0; each < LOOKS; each++) {
            var until = System.nanoTime() + SOAK.dividedBy(LOOKS).toNanos();
            while (System.nanoTime() < until) {
                hangUp(gateway.port(), person);
                Thread.sleep(20);
            }
            assertThat(vitals.waitingLoops()).isEmpty();
            signs.add(vitals.look());
        }
    }

    /** In the middle of a question, before the answer about somebody known, and with more questions behind it. */
    private static void hangUp(int port, String person) {
        var whole = "POST /api/v1/applications/track HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + person.length() + "\r\n\r\n" + person;
        for (var words : List.of(whole.substring(0, whole.length() - 1), whole, whole, whole, whole.repeat(3))) {
            try (var http = new RawHttp(port)) {
                http.say(words);
            }
        }
    }

    /** The later half is on average no more than a twentieth, or a little, above the one before it. */
    private static void isFlat(List<Sign> signs, ToLongFunction<Sign> what, long little) {
        var warm = signs.subList(WARM, signs.size()).stream().mapToLong(what).toArray();
        var half = warm.length / 2;
        var before = Arrays.stream(warm, 0, half).average().orElseThrow();
        var after = Arrays.stream(warm, half, warm.length).average().orElseThrow();
        assertThat(after).isLessThan(Math.max(before * 1.05, before + little));
    }

    private static List<String> leaks(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("LEAK")).toList();
        }
    }
}
