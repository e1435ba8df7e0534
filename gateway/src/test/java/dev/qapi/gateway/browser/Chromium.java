package dev.qapi.gateway.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium: nothing is downloaded. Whatever a page complains about is kept in {@link #complaints}. */
final class Chromium implements AutoCloseable {

    static final int PHONE = 320;
    static final int DESK = 1280;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));
    private final String address;

    /** Script errors and violations of the security policy. */
    final List<String> complaints = new ArrayList<>();

    Chromium(int port) {
        this.address = "http://localhost:" + port;
    }

    /** A new visitor's page, whose browser runs scripts. */
    Page visit(int width) {
        return visit(options(width));
    }

    /** A new visitor's page, whose browser runs none. */
    Page visitWithoutScripts(int width) {
        return visit(options(width).setJavaScriptEnabled(false));
    }

    Page visit(Browser.NewContextOptions options) {
        var page = browser.newContext(options.setBaseURL(address)).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onDialog(dialog -> complaints.add(page.url() + ": dialog " + dialog.message()));
        return page;
    }

    static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
