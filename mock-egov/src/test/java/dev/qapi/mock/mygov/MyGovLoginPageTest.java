package dev.qapi.mock.mygov;

import static dev.qapi.mock.mygov.People.EMRE;
import static dev.qapi.mock.mygov.People.NINO;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that asks who somebody wants to be. */
class MyGovLoginPageTest {

    private static final MyGov MY_GOV = MyGov.start(People.settings());
    private static final URI LOGIN = URI.create(MY_GOV.issuer() + "/login");

    private final Browser browser = new Browser();

    @AfterAll
    static void stop() {
        MY_GOV.close();
    }

    @Test
    void everybodyWhoCanLogInIsAButtonAndThePageSaysThatItIsASimulation() {
        var page = browser.get(LOGIN, "Accept-Language", "en").body();
        assertThat(page)
                .contains("Simulation: nobody here is real")
                .contains(
                        "<button name=\"account\" value=\"emre\"><b>Emre Yılmaz</b> <span>Residence permit under review")
                .contains("<button name=\"account\" value=\"nino\"><b>Nino Beridze</b>");
    }

    @Test
    void nothingOnThePageRuns() {
        var page = browser.get(LOGIN, "Accept-Language", "en");
        assertThat(page.body())
                .doesNotContain("<script")
                .doesNotContain("password\"")
                .doesNotContain("<case>")
                .contains("Citizenship &lt;case&gt; &amp; &quot;more&quot;");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'self'"));
        assertThat(browser.get(URI.create(LOGIN + ".css")).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }

    @Test
    void noNumberOfAnybodyStandsOnThePage() {
        assertThat(browser.get(LOGIN).body())
                .doesNotContain(People.pin(EMRE))
                .doesNotContain(EMRE.document().number().reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "?lang=ru, en, ru, Вид на жительство рассматривается",
        "?lang=en, ru, en, Residence permit under review",
        "'', 'ru-RU,ru;q=0.9,en;q=0.8', ru, Вход в myGov",
        "'', 'de,en-GB;q=0.8', en, Log in to myGov",
        "'', az, az, Yaşayış icazəsi baxılır",
        "'', de, az, myGov-a giriş",
        "?lang=../../x, en, en, Log in to myGov"
    })
    void itSpeaksTheReadersLanguage(String choice, String accepted, String language, String words) {
        var page = browser.get(URI.create(LOGIN + choice), "Accept-Language", accepted);
        assertThat(page.body()).contains("<html lang=\"" + language + "\">").contains(words);
        assertThat(page.headers().firstValue("Content-Language")).contains(language);
    }

    @Test
    void whoeverSaysNothingIsSpokenToInAzerbaijani() {
        assertThat(browser.get(LOGIN).body()).contains("<html lang=\"az\">");
    }

    @Test
    void itSpeaksTheLanguageThatTheClientAsksFor() {
        var client = new Client(MY_GOV, browser);
        var request = Client.request();
        request.put("ui_locales", "ru en");
        var page = Browser.location(client.authorize(request, "Accept", "text/html", "Accept-Language", "en"));
        assertThat(browser.get(page, "Accept-Language", "en").body()).contains("<html lang=\"ru\">");
    }

    @Test
    void aChoiceMadeOnAnotherSiteCountsForNothing() {
        browser.get(LOGIN);
        assertThat(browser.post(LOGIN, Map.of("account", EMRE.id())).statusCode())
                .isEqualTo(403);
        assertThat(browser.get(LOGIN, "Accept-Language", "en").body()).doesNotContain("You are logged in");
    }

    @Test
    void whoeverCameWithoutAClientIsToldThatTheyAreLoggedIn() {
        var next = Browser.location(browser.pick(LOGIN, NINO));
        assertThat(browser.get(next, "Accept-Language", "en").body()).contains("You are logged in as Nino Beridze");
    }

    @Test
    void anAccountThatIsNotThereIsNobody() {
        var csrf = Browser.CSRF.matcher(browser.get(LOGIN).body());
        assertThat(csrf.find()).isTrue();
        var next = Browser.location(browser.post(LOGIN, Map.of("account", "root", "_csrf", csrf.group(1))));
        assertThat(browser.get(next, "Accept-Language", "en").body())
                .contains("There is no such account.")
                .doesNotContain("You are logged in");
    }

    @Test
    void theSessionsCookieIsItsOwnAndClosedToScriptsAndOtherSites() {
        assertThat(browser.get(LOGIN).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("MYGOV_SESSION=")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax"));
    }

    @Test
    void aLoginGetsASessionOfItsOwn() {
        browser.get(LOGIN);
        var before = session();
        browser.pick(LOGIN, EMRE);
        assertThat(session()).isNotEqualTo(before);
    }

    private String session() {
        return browser.cookies().getCookieStore().getCookies().getFirst().getValue();
    }

    @Test
    void whatIsNotThereIsNotThere() {
        HttpResponse<String> page = browser.get(URI.create(MY_GOV.issuer() + "/favicon.ico"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("Tomcat");
    }
}
