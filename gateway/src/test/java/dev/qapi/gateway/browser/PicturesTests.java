package dev.qapi.gateway.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.qapi.fake.WithFakeGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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
            take(chromium, Place.STALE, "en", Chromium.DESK, "desk");
        }
    }

    private static void take(Chromium chromium, Place place, String language, int width, String name) {
        var page = chromium.visit(Chromium.options(width).setColorScheme(ColorScheme.LIGHT));
        place.open(page, language);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("../.github/" + name + ".png")));
        page.context().close();
    }
}
