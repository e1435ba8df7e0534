package dev.qapi.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How soon a first visitor sees each page: {@code mvn test -pl gateway -am -Dtest=PaintTests -Dqapi.paint=true} leaves medians of five visits,
 * each with an empty cache, in {@code gateway/target/paint.md}.
 */
@EnabledIfSystemProperty(named = "qapi.paint", matches = "true")
@ExtendWith(SharedSandbox.class)
class PaintTests {

    private static final int VISITS = 5;
    private static final String PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0";
    private static final String TIMES = """
            () => {
              const page = performance.getEntriesByType('navigation')[0];
              return [page.responseEnd - page.requestStart, performance.getEntriesByName('first-contentful-paint')[0].startTime].map(Math.round);
            }""";

    @Test
    void is_measured(Chromium chromium) throws IOException {
        var home = chromium.visit(Chromium.PHONE);
        home.navigate("/");
        var pages = Stream.concat(
                        Stream.of("/"), home.locator(".offers a").all().stream().map(link -> link.getAttribute("href")))
                .toList();
        home.context().close();
        var report = new StringBuilder("| page | last byte, ms | first contentful paint, ms |\n| --- | --- | --- |\n");
        for (var address : pages) {
            var visits = IntStream.range(0, VISITS)
                    .mapToObj(_ -> visit(chromium, address))
                    .toList();
            report.append(
                    String.format(Locale.ROOT, "| `%s` | %d | %d |%n", address, median(visits, 0), median(visits, 1)));
        }
        assertThat(pages).isNotEmpty();
        Files.writeString(Path.of("target/paint.md"), report);
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> visit(Chromium chromium, String address) {
        var page = chromium.visit(Chromium.PHONE);
        page.navigate(address);
        page.waitForFunction(PAINTED);
        var times = (List<Integer>) page.evaluate(TIMES);
        page.context().close();
        return times;
    }

    private static int median(List<List<Integer>> visits, int of) {
        return visits.stream().map(times -> times.get(of)).sorted().toList().get(VISITS / 2);
    }
}
