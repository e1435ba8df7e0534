package dev.qapi.gateway.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.qapi.fake.WithFakeGateway;
import dev.qapi.gateway.support.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Makes the README's pictures: {@code mvn test -pl gateway -am -Dtest=PicturesTests -Dqapi.screenshots=true}. */
@WithFakeGateway
@EnabledIfSystemProperty(named = "qapi.screenshots", matches = "true")
class PicturesTests {

    @Test
    void are_taken(@LocalServerPort int port) {
        try (var chromium = new Chromium(port)) {
            take(chromium, Place.HOME, "az", 390, "home");
            take(chromium, Place.FILLED, "ru", 390, "form");
            take(chromium, Place.ANSWER, "en", 390, "answer");
            take(chromium, Place.UNKNOWN, "az", 390, "unknown");
            take(chromium, Place.STALE, "en", Chromium.DESK, "desk");
        }
    }

    @Test
    void are_taken_of_the_quota(@TempDir Path data) throws IOException {
        try (var sandbox = Sandbox.on(data);
                var chromium = new Chromium(sandbox.port())) {
            var page = chromium.visit(Chromium.options(390).setColorScheme(ColorScheme.LIGHT));
            page.navigate("/quota?lang=en");
            page.locator(".chart canvas").last().waitFor();
            var chart = page.locator(".chart").first().boundingBox();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setClip(0, 0, 390, chart.y + chart.height + 16)
                    .setPath(Path.of("../.github/quota.png")));
        }
    }

    private static void take(Chromium chromium, Place place, String language, int width, String name) {
        var page = chromium.visit(Chromium.options(width).setColorScheme(ColorScheme.LIGHT));
        place.open(page, language);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("../.github/" + name + ".png")));
        page.context().close();
    }
}
