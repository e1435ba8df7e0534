package dev.qapi.gateway.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.MyGovLogin;
import dev.qapi.gateway.support.Sandbox;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of every e-service, in every language, with its answers, and without a browser. */
class PagesTests {

    private static final int MOST = 100 * 1024;

    @TempDir
    static Path data;

    private static Sandbox sandbox;
    private static HtmlRules rules;
    private static final Map<String, Integer> weights = new HashMap<>();

    @BeforeAll
    static void open() throws Exception {
        sandbox = Sandbox.on(data, "qapi.limits.generosity=1000");
        rules = new HtmlRules();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "ru", "en"})
    void are_valid_and_light(String language) throws Exception {
        var pages = pages(language);
        assertThat(pages).hasSizeGreaterThan(60);
        var broken = new ArrayList<String>();
        for (var page : pages) {
            assertThat(page.parsed().select("html").attr("lang")).as(page.how()).isEqualTo(language);
            assertThat(page.parsed().select("h1")).as(page.how()).hasSize(1);
            assertThat(page.parsed().select("script:not([src]), style, [style]"))
                    .as(page.how() + " inline")
                    .isEmpty();
            assertThat(page.parts()).as("our own origin").allMatch(part -> part.matches("/[^/].*"));
            broken.addAll(rules.brokenBy(page));
        }
        assertThat(broken).isEmpty();
        assertThat(pages).allSatisfy(page -> assertThat(weight(page)).isLessThan(MOST));
    }

    @Test
    void the_first_call_of_the_documentation_is_answered_as_it_stands_there() throws Exception {
        var browser = new Browser(sandbox.port());
        var docs = Seen.of("/docs", browser.get("/docs", "Accept", "text/html").body())
                .parsed();
        var token = docs.select("#token").text();
        var call = docs.select("#call").text();

        var told = browser.post(
                part(token, "curl -s (\\S+)"),
                Map.of("grant_type", "client_credentials", "scope", part(token, "scope=(\\S+)")),
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(part(token, "-u (\\S+)").getBytes(UTF_8)));
        var answer = browser.postJson(
                part(call, "curl -s (\\S+)"),
                part(call, "-d '(.*)'"),
                "Authorization",
                "Bearer " + part(told.body(), "\"access_token\":\"([^\"]*)\""),
                "X-Purpose",
                part(call, "X-Purpose: (\\w+)"),
                "X-Case-Ref",
                part(call, "X-Case-Ref: (\\w+)"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_login_is_shown_again_to_who_sent_it_and_to_nobody_who_was_made_to() {
        var browser = MyGovLogin.of(sandbox.port(), "clean-record").browser();
        var typed = Map.of("text", "An evening’s work", "_csrf", "of another login");

        var ours = browser.post("/letters?check", typed, "Accept", "text/html", "Sec-Fetch-Site", "same-origin");
        var theirs = browser.post("/letters?check", typed, "Accept", "text/html", "Sec-Fetch-Site", "cross-site");
        var other = browser.post("/logout", typed, "Accept", "text/html", "Sec-Fetch-Site", "same-origin");

        assertThat(Seen.of("", ours.body()).parsed().select("#text").text()).isEqualTo("An evening’s work");
        assertThat(theirs.body()).doesNotContain("evening");
        assertThat(List.of(ours.statusCode(), theirs.statusCode(), other.statusCode()))
                .containsOnly(403);
    }

    private static String part(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private static List<Seen> pages(String language) {
        var employer = MyGovLogin.of(sandbox.port(), "company-owner");
        employer.actFor("1500023451");
        return Stream.of(
                        new Visit(new Browser(sandbox.port()), language).open(),
                        new Visit(
                                        MyGovLogin.of(sandbox.port(), "unpaid-fine-entry-bar")
                                                .browser(),
                                        language)
                                .own(),
                        new Visit(employer.browser(), language).own())
                .flatMap(pages -> pages)
                .toList();
    }

    /** What a first visit fetches, as it goes over the wire; pages themselves are never compressed. */
    private static int weight(Seen page) {
        return page.html().getBytes(UTF_8).length
                + page.parts()
                        .mapToInt(part -> weights.computeIfAbsent(part, PagesTests::fetched))
                        .sum();
    }

    private static int fetched(String address) {
        try (var http = HttpClient.newHttpClient()) {
            var home = new Browser(sandbox.port()).home();
            var request = HttpRequest.newBuilder(home.resolve(address)).header("Accept-Encoding", "gzip");
            return http.send(request.build(), BodyHandlers.ofByteArray()).body().length;
        } catch (Exception e) {
            throw new AssertionError(address, e);
        }
    }
}
