package dev.qapi.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.qapi.fake.WithFakeGateway;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page in every language, on a small phone and a desk, by light and in the dark. */
@WithFakeGateway
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

    private static final List<String> LANGUAGES = List.of("az", "ru", "en");

    private Chromium chromium;

    @BeforeAll
    void open(@LocalServerPort int port) {
        chromium = new Chromium(port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource
    void has_no_barrier(Place place) {
        for (var width : List.of(Chromium.PHONE, Chromium.DESK)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = chromium.visit(Chromium.options(width).setColorScheme(scheme));
                LANGUAGES.forEach(language -> check(place, page, language));
                page.context().close();
            }
        }
        assertThat(chromium.complaints).isEmpty();
    }

    private static void check(Place place, Page page, String language) {
        place.open(page, language);
        // the viewer of the documentation is somebody else's
        var found = new AxeBuilder(page).exclude("#viewer").analyze().getViolations();
        assertThat(found)
                .as(place + " " + language + " " + page.viewportSize().width)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.locator("h1:not(#viewer *)").count()).isOne();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOCS")
    void is_never_wider_than_a_small_phone(Place place) {
        var page = chromium.visitWithoutScripts(Chromium.PHONE);
        for (var language : LANGUAGES) {
            place.open(page, language);
            var widest = page.locator("body *").all().stream()
                    .map(element -> element.boundingBox())
                    .filter(box -> box != null && box.x >= 0)
                    .mapToDouble(box -> box.x + box.width)
                    .max();
            assertThat(widest.orElse(0)).as(place + " " + language).isLessThanOrEqualTo(Chromium.PHONE);
        }
        page.context().close();
    }
}
