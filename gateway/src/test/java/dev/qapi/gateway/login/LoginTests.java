package dev.qapi.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.MyGovLogin;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Persons log in at the real simulated myGov, over sockets, and those who only look like them do not. */
@ExtendWith(SharedPlace.class)
class LoginTests {

    private static final String SECOND = LoginPlace.taxNumber("quota-sixty-percent");

    private final LoginPlace place;

    LoginTests(LoginPlace place) {
        this.place = place;
    }

    @AfterEach
    void heal() {
        place.heal();
    }

    @Test
    void whoHasLoggedInIsWhoMyGovSays() {
        var login = place.as("company-owner");

        var account = login.browser().get("/account/session");

        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(account.body()).contains("\"name\":\"NİGAR HƏSƏNOVA\"", SECOND, "csrfToken");
        assertThat(account.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void theCookieIsForThisHostOnlyAndForNoScript() {
        var start = place.somebody().browser().get("/login");

        assertThat(start.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("__Host-qapi=")
                        .contains("; Path=/", "; Secure", "; HTTPOnly", "; SameSite=Lax")
                        .doesNotContain("Domain", "Expires", "Max-Age"));
    }

    @Test
    void myGovIsAskedInTheReadersLanguageWithAProofKeyAndANonce() {
        var start = place.somebody().browser().get("/login?lang=ru");

        assertThat(Browser.location(start).getRawQuery())
                .contains("code_challenge_method=S256", "nonce=", "state=", "ui_locales=ru", "response_type=code");
    }

    @Test
    void peopleComeToThePageThatTheyWanted() {
        var login = place.somebody();

        var back = login.answer("clean-record", "/login?return=/quota", it -> it);

        assertThat(login.browser().get(back.toString()).headers().firstValue("Location"))
                .hasValue("/quota");
    }

    @Test
    void theIdBeforeTheLoginIsDeadAfterIt() {
        var login = place.somebody();
        var back = login.answer("clean-record", it -> it);
        var before = login.session();
        var arrived = login.browser().get(back.toString());
        assertThat(arrived.statusCode()).isEqualTo(303);

        assertThat(login.session()).isNotEqualTo(before);
        assertThat(place.account(before).statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerCountsOnce() {
        var login = place.somebody();
        var back = login.answer("clean-record", it -> it).toString();
        assertThat(login.browser().get(back).statusCode()).isEqualTo(303);

        isNotCompleted(login.browser().get(back));
    }

    @Test
    void anothersAnswerIsNone() {
        var back = place.somebody().answer("company-owner", it -> it);

        isNotCompleted(place.somebody().browser().get(back.toString()));

        var victim = place.somebody();
        var own = victim.answer("clean-record", it -> it);
        isNotCompleted(victim.browser().get(back.toString()));
        assertThat(victim.browser().get(own.toString()).statusCode())
                .as("nor does it end the login of whoever is lured to it")
                .isEqualTo(303);
    }

    /** The code of another login under the state of this one: the proof key does not fit. */
    @Test
    void anInjectedCodeIsNone() {
        var theirs = place.somebody().answer("company-owner", it -> it);
        var victim = place.somebody();
        var own = victim.answer("clean-record", it -> it).toString();

        isNotCompleted(victim.browser().get(own.replaceAll("code=[^&]+", "code=" + parameter(theirs, "code"))));
        nobodyIsLoggedIn(victim);
    }

    @ParameterizedTest
    @CsvSource({
        "state=[^&]+, state=x",
        "state=[^&]+, state=x&state=y",
        "'&iss=[^&]+', ''",
        "iss=[^&]+, iss=https%3A%2F%2Fevil.example",
        "'iss=([^&]+)', 'iss=$1&iss=$1'",
        "code=[^&]+, code=x",
        "code=[^&]+, error=access_denied",
        "code=[^&]+, error=%22%0d%0a",
        "code=[^&]+, nothing=x"
    })
    void anAnswerThatWasTamperedWithIsNone(String part, String other) {
        var login = place.somebody();
        var back = login.answer("clean-record", it -> it).toString();
        assertThat(back).containsPattern(part);

        isNotCompleted(login.browser().get(back.replaceAll(part, other)));
        nobodyIsLoggedIn(login);
    }

    @Test
    void anIdTokenForAnotherLoginIsNotTrusted() {
        var login = place.somebody();
        var back = login.answer("clean-record", it -> it.replaceAll("nonce=[^&]+", "nonce=another"));

        var refused = login.browser().get(back.toString());

        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("\"code\":\"03050\"");
        nobodyIsLoggedIn(login);
    }

    @Test
    void aBrokenMyGovIsSaidInThreeLanguages() {
        for (var language : Map.of(
                        "az", "Hazırda myGov cavab vermir",
                        "ru", "Сейчас myGov не отвечает",
                        "en", "myGov does not answer now")
                .entrySet()) {
            var login = place.somebody();
            var back = login.answer("clean-record", it -> it);
            place.breaks("/oauth2/token", 503);
            var page =
                    login.browser().get(back.toString(), "Accept", "text/html", "Accept-Language", language.getKey());
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains(language.getValue()).doesNotContain("Exception");
            nobodyIsLoggedIn(login);
            place.heal();
        }
    }

    @Test
    void aSilentMyGovIsGivenUpInTime() {
        var login = place.somebody();
        var back = login.answer("clean-record", it -> it);
        place.stalls("/oauth2/token");
        var start = System.nanoTime();

        var page = login.browser().get(back.toString());

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("\"code\":\"03001\"");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private static void nobodyIsLoggedIn(MyGovLogin login) {
        assertThat(login.browser().get("/account/session").statusCode()).isEqualTo(401);
    }

    private static void isNotCompleted(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("\"code\":\"00105\"");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private static String parameter(URI address, String name) {
        return address.getRawQuery().replaceAll("(?:.*&)?" + name + "=([^&]+).*", "$1");
    }
}
