package dev.qapi.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.qapi.gateway.support.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever can be reached, by whoever is logged in too, has no barrier. A third of the pages in each run, each in one language, width and with or
 * without our scripts, as the seed has it that a failure tells ({@code -Daxe.seed=…}); {@code -Daxe=whole} all of them in all twelve ways, {@code -Daxe.only=/quota} those.
 */
class EveryPageTests {

    static final boolean WHOLE = System.getProperty("axe", "").equals("whole");
    /** What has to be in an address. */
    private static final String ONLY = System.getProperty("axe.only", "");

    static final long SEED = Long.getLong("axe.seed", System.nanoTime() % 1_000_000);
    static final List<String> LANGUAGES = List.of("az", "ru", "en");
    private static final String WIDE =
            "[...document.querySelectorAll('main *')].filter(it => it.getBoundingClientRect().right > innerWidth && !it.closest('.wide'))"
                    + ".map(it => it.tagName + ' ' + it.className).join()";
    private static final String NOBODY = "";
    private static final List<String> LOGINS = List.of(NOBODY, "unpaid-fine-entry-bar", "company-owner");

    @TempDir
    static Path data;

    private static Sandbox sandbox;
    private static Chromium chromium;
    private static final Map<String, Page> visitors = new HashMap<>();

    /** @param asks whether the form there is sent as it is filled in */
    private record Goal(String login, String address, boolean asks) {}

    private record Way(String language, int width, boolean scripts) {}

    @BeforeAll
    static void open() throws Exception {
        sandbox = Sandbox.on(data, "qapi.limits.generosity=1000");
        chromium = new Chromium(sandbox.port());
    }

    @AfterAll
    static void close() {
        chromium.close();
        sandbox.close();
    }

    @Test
    void has_no_barrier() {
        var goals = new ArrayList<>(goals());
        assertThat(goals).hasSizeGreaterThan(50);
        goals.removeIf(goal -> !goal.address().contains(ONLY));
        var random = new Random(SEED);
        Collections.shuffle(goals, random);
        var barriers = new ArrayList<String>();
        for (var goal : goals.subList(0, WHOLE ? goals.size() : goals.size() / 3)) {
            for (var way : WHOLE ? ways() : List.of(ways().get(random.nextInt(ways().size())))) {
                barriers.addAll(barriers(goal, way));
            }
        }
        assertThat(barriers).as("-Daxe.seed=%d", SEED).isEmpty();
        assertThat(chromium.complaints).as("-Daxe.seed=%d", SEED).isEmpty();
    }

    private static List<Goal> goals() {
        return LOGINS.stream()
                .flatMap(login -> {
                    var page = visitor(login, false);
                    page.navigate(login.equals(NOBODY) ? "/" : "/account");
                    var start = new Goal(login, login.equals(NOBODY) ? "/" : "/account", false);
                    var further = addresses(page, ".offers a").stream().flatMap(address -> goals(page, login, address));
                    return Stream.of(Stream.of(start), further, login.equals(NOBODY) ? elsewhere() : Stream.<Goal>of())
                            .flatMap(some -> some);
                })
                .toList();
    }

    private static Stream<Goal> goals(Page page, String login, String address) {
        page.navigate(address);
        var filled = addresses(page, "details a").stream().limit(2).map(persona -> new Goal(login, persona, true));
        return Stream.concat(Stream.of(new Goal(login, address, false)), filled);
    }

    private static Stream<Goal> elsewhere() {
        return Stream.of("/verify", "/problems", "/problems/register-down", "/nothing", "/docs")
                .map(address -> new Goal(NOBODY, address, false));
    }

    private static List<String> addresses(Page page, String links) {
        return page.locator(links).all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static List<Way> ways() {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of(Chromium.PHONE, Chromium.DESK)
                        .flatMap(width -> Stream.of(true, false).map(scripts -> new Way(language, width, scripts))))
                .toList();
    }

    private static List<String> barriers(Goal goal, Way way) {
        var page = visitor(goal.login(), way.scripts());
        page.setViewportSize(way.width(), 800);
        page.navigate(goal.address() + (goal.address().contains("?") ? "&" : "?") + "lang=" + way.language());
        if (goal.asks()) {
            page.locator(".inquiry > button").first().click();
            page.locator(Place.ANSWERED).first().waitFor();
        }
        var where = goal + " " + way + ": ";
        var barriers = new ArrayList<String>();
        if (!page.evaluate("document.documentElement.scrollWidth").equals(way.width())) {
            barriers.add(where + "wider than the screen: " + page.evaluate(WIDE));
        }
        // our pages have no frames, whose findings are all that this leaves out; the viewer of a contract is somebody
        // else's
        new AxeBuilder(page)
                .setLegacyMode(true)
                .exclude("#viewer")
                .analyze()
                .getViolations()
                .forEach(rule -> barriers.add(where + rule.getId() + " " + rule.getNodes()));
        return barriers;
    }

    /** One for each login, with our scripts or without: axe needs a browser that runs some. */
    private static Page visitor(String login, boolean scripts) {
        return visitors.computeIfAbsent(login + scripts, _ -> {
            var page = chromium.visit(Chromium.PHONE);
            if (!scripts) {
                page.route(
                        "**/*.js",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/javascript")
                                .setBody("")));
            }
            if (!login.equals(NOBODY)) {
                logIn(page, login);
            }
            return page;
        });
    }

    private static void logIn(Page page, String login) {
        page.navigate("/account?lang=en");
        page.locator("button[value=" + login + "]").click();
        if (login.equals("company-owner")) {
            page.locator("input[name=company]").nth(2).check();
            page.locator("form[action='/account/company'] button").click();
        }
        page.locator(".account a").waitFor();
    }
}
