package dev.qapi.gateway.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.qapi.gateway.support.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of every form, of what it answers to its personas, and of what is told to whoever is logged in, as on a phone, to
 * be looked at: {@code mvn test -pl gateway -am -Dtest=GalleryTests -Dqapi.screenshots=true} leaves them in
 * {@code gateway/target/gallery}.
 */
@EnabledIfSystemProperty(named = "qapi.screenshots", matches = "true")
class GalleryTests {

    private static final int PHONE = 390;
    private static final List<String> LOGINS =
            List.of("residence-under-review", "unpaid-fine-entry-bar", "registers-disagree", "company-owner");

    @Test
    void is_hung(@TempDir Path data) throws Exception {
        try (var sandbox = Sandbox.on(data);
                var chromium = new Chromium(sandbox.port())) {
            for (var language : List.of("en", "az", "ru")) {
                open(chromium.visit(PHONE), language);
            }
            for (var login : LOGINS) {
                own(chromium.visit(PHONE), login);
            }
        }
    }

    private static void open(Page page, String language) {
        page.navigate("/?lang=" + language);
        take(page, language, "home");
        for (var offer : addresses(page.locator(".offers a"))) {
            page.navigate(offer);
            take(page, language, "form" + offer);
            var personas = addresses(page.locator("details a"));
            personas.stream().limit(language.equals("en") ? 99 : 2).forEach(persona -> {
                page.navigate(persona);
                Place.send(page);
                take(page, language, "answer" + persona.replaceAll("\\?.*=", "/"));
            });
        }
        for (var other : List.of("/verify", "/problems", "/problems/register-down", "/nothing")) {
            page.navigate(other);
            take(page, language, "other" + other);
        }
        page.context().close();
    }

    private static void own(Page page, String login) {
        page.navigate("/account?lang=en");
        page.locator("button[value=" + login + "]").click();
        if (login.equals("company-owner")) {
            page.locator("input[name=company]").nth(2).check();
            page.locator("form[action='/account/company'] button").click();
        }
        page.navigate("/account");
        take(page, "en", "own/" + login + "/account");
        for (var mine : addresses(page.locator(".offers a"))) {
            page.navigate(mine);
            take(page, "en", "own/" + login + mine);
        }
        page.context().close();
    }

    private static List<String> addresses(Locator links) {
        return links.all().stream().map(link -> link.getAttribute("href")).toList();
    }

    private static void take(Page page, String language, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/gallery", language, name.replace('/', '-') + ".png")));
    }
}
