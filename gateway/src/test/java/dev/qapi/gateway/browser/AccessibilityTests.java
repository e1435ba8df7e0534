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

/**
 * Every kind of page that is there only while a register fails, or of a person whom the sandbox does not have ({@link EveryPageTests} has the others),
 * on a small phone and a desk, by light; in the dark once, for it has the same words. Each in one language in each run, as the
 * seed has it that a failure tells ({@code -Daxe.seed=…}); {@code -Daxe=whole} in all of them.
 */
@WithFakeGateway
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {

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
    @EnumSource(
            names = {
                "DOCS",
                "MISTAKES",
                "SEVERAL",
                "STALE",
                "PARTIAL",
                "NOT_FOUND",
                "DOWN",
                "CLEAR",
                "RESTRICTED",
                "NOT_MATCHED",
                "UNKNOWN"
            })
    void has_no_barrier(Place place) {
        var page = chromium.visit(Chromium.PHONE);
        for (var language : languages(place)) {
            page.setViewportSize(Chromium.PHONE, 800);
            place.open(page, language);
            if (place == Place.DOCS) {
                page.locator("#viewer main[role=group]").waitFor();
            }
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("h1:not(#viewer *)").count()).isOne();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Chromium.PHONE);
            check(page, place + " " + language + " on a phone");
            page.setViewportSize(Chromium.DESK, 800);
            check(page, place + " " + language + " on a desk");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        check(page, place + " in the dark");
        page.context().close();
        assertThat(chromium.complaints).isEmpty();
    }

    private static List<String> languages(Place place) {
        var chosen = (int) ((EveryPageTests.SEED + place.ordinal()) % EveryPageTests.LANGUAGES.size());
        return EveryPageTests.WHOLE ? EveryPageTests.LANGUAGES : List.of(EveryPageTests.LANGUAGES.get(chosen));
    }

    private static void check(Page page, String where) {
        // the viewer of the documentation is somebody else's
        var found = new AxeBuilder(page)
                .setLegacyMode(true)
                .exclude("#viewer")
                .analyze()
                .getViolations();
        assertThat(found)
                .as("%s, -Daxe.seed=%d", where, EveryPageTests.SEED)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }
}
