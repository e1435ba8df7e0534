package dev.qapi.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever can be reached, by whoever is logged in too, has no barrier. What everybody begins with and a tenth of the other pages in each run, each in one language, width and with or
 * without our scripts, by light or in the dark, as the seed has it that a failure tells ({@code -Daxe.seed=…}); {@code -Daxe=whole} all of them in all twelve ways, {@code -Daxe.only=/quota} those.
 */
@ExtendWith(SharedSandbox.class)
class EveryPageTests {

    static final boolean WHOLE = System.getProperty("axe", "").equals("whole");
    /** What has to be in an address. */
    private static final String ONLY = System.getProperty("axe.only", "");

    static final long SEED = Long.getLong("axe.seed", System.nanoTime() % 1_000_000);
    static final List<String> LANGUAGES = List.of("az", "ru", "en");
    private static final String WIDE =
            "[...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > innerWidth && !it.closest('.wide'))"
                    + ".map(it => it.tagName + ' ' + it.className).join()";
    private static final String NOBODY = "";
    private static final List<String> LOGINS = List.of(NOBODY, "unpaid-fine-entry-bar", "company-owner");

    private static Chromium chromium;
    private static final Map<String, Page> visitors = new HashMap<>();

    /** Looked at in each run. */
    private static final Set<String> ALWAYS = Set.of(
            "/",
            "/applications",
            "/letters",
            "/stay-extensions",
            "/restrictions",
            "/verify",
            "/problems",
            "/problems/register-down",
            "/nothing",
            "/docs");

    /** @param asks whether the form there is sent as it is filled in */
    private record Goal(String login, String address, boolean asks) {}

    private record Way(String language, int width, boolean scripts, boolean dark) {}

    @BeforeAll
    static void open(Chromium shared) {
        chromium = shared;
    }

    @AfterAll
    static void close() {
        visitors.values().forEach(page -> page.context().close());
    }

    @Test
    void has_no_barrier() {
        var goals = new ArrayList<>(goals());
        assertThat(goals).hasSizeGreaterThan(50);
        goals.removeIf(goal -> !goal.address().contains(ONLY));
        var random = new Random(SEED);
        Collections.shuffle(goals, random);
        var barriers = new ArrayList<String>();
        for (var goal : goals.stream().filter(goal -> isLookedAt(goal, random)).toList()) {
            for (var way : WHOLE ? ways() : List.of(ways().get(random.nextInt(ways().size())))) {
                barriers.addAll(barriers(goal, way));
            }
        }
        assertThat(barriers).as("-Daxe.seed=%d", SEED).isEmpty();
        assertThat(chromium.complaints).as("-Daxe.seed=%d", SEED).isEmpty();
    }

    private static boolean isLookedAt(Goal goal, Random random) {
        return WHOLE || goal.login().equals(NOBODY) && ALWAYS.contains(goal.address()) || random.nextInt(10) == 0;
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
                        .flatMap(width -> Stream.of(true, false)
                                .map(scripts -> new Way(language, width, scripts, scripts == language.equals("ru")))))
                .toList();
    }

    private static List<String> barriers(Goal goal, Way way) {
        var page = visitor(goal.login(), way.scripts());
        page.setViewportSize(way.width(), 800);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(way.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        page.navigate(goal.address() + (goal.address().contains("?") ? "&" : "?") + "lang=" + way.language());
        var where = goal + " " + way + ": ";
        var barriers = new ArrayList<String>();
        if (page.locator(".onward").count() > 0) {
            look(page, way, where + "first step: ", barriers);
            Place.goTo(page, page.locator(".inquiry .send").first());
        }
        if (goal.asks()) {
            page.locator(".inquiry .send").first().click();
            page.locator(Place.ANSWERED + ", .check").first().waitFor();
            if (page.locator(".check").count() > 0) {
                look(page, way, where + "checked: ", barriers);
                page.locator(".check .send").click();
                page.locator(Place.ANSWERED).first().waitFor();
            }
        }
        look(page, way, where, barriers);
        return barriers;
    }

    private static void look(Page page, Way way, String where, List<String> barriers) {
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
