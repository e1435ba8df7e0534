package dev.qapi.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.MyGovLogin;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who is logged in can do, and nobody can do for them. */
@ExtendWith(SharedPlace.class)
class AccountTests {

    private static final String ONE = LoginPlace.taxNumber("quota-used-up");
    private static final String TWO = LoginPlace.taxNumber("quota-sixty-percent");
    private static final String FOREIGN = LoginPlace.taxNumber("liquidated");
    private static final String REPORT = "/api/v1/quota/report?year=2026";
    private static final String TRACK = "/api/v1/applications/track";

    private final LoginPlace place;

    AccountTests(LoginPlace place) {
        this.place = place;
    }

    @AfterEach
    void heal() {
        place.heal();
    }

    @Test
    void aPersonActsForOneOfTheirCompaniesAfterAnother() {
        var login = place.as("company-owner");
        assertThat(login.browser().get(REPORT).statusCode()).isEqualTo(403);

        for (var company : new String[] {ONE, TWO}) {
            var chosen = login.actFor(company);
            assertThat(chosen.statusCode()).isEqualTo(303);
            assertThat(chosen.headers().firstValue("Location")).hasValue("/account");
            assertThat(actsFor(login)).contains("\"company\":{\"taxNumber\":\"" + company);
            assertThat(login.browser().get(REPORT).statusCode()).isNotIn(401, 403);
        }

        assertThat(login.actFor("").statusCode()).isEqualTo(303);
        assertThat(actsFor(login)).doesNotContain("\"company\":");
        assertThat(login.browser().get(REPORT).statusCode()).isEqualTo(403);
    }

    @Test
    void withOneCompanyTooItIsAChoice() {
        var login = place.as("entrepreneur");

        assertThat(login.browser().get(REPORT).statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyActsForAnothersCompany() {
        var login = place.as("company-owner");
        assertThat(login.actFor(ONE).statusCode()).isEqualTo(303);

        for (var other : new String[] {FOREIGN, "1", ONE + "'", "*"}) {
            assertThat(login.actFor(other).statusCode()).as(other).isEqualTo(403);
        }
        assertThat(actsFor(login)).contains("\"company\":{\"taxNumber\":\"" + ONE);
        assertThat(login.browser().get(REPORT + "&company=" + FOREIGN).statusCode())
                .isEqualTo(400);
        assertThat(place.as("clean-record").actFor(ONE).statusCode()).isEqualTo(403);
    }

    @Test
    void whoLogsOutIsOutHereAndThenThere() {
        var login = place.as("company-owner");
        var session = login.session();

        var out = login.browser().post("/logout", Map.of("_csrf", login.csrf()));

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cookies\", \"storage\"");
        assertThat(login.browser().cookies()).doesNotContainKey(MyGovLogin.COOKIE);
        assertThat(place.account(session).statusCode()).isEqualTo(401);
        var there = login.browser().get(Browser.location(out).toString());
        assertThat(Browser.location(there)).isEqualTo(login.browser().home());
        var again = login.answer("clean-record", it -> it);
        assertThat(login.browser().get(again.toString()).statusCode()).isEqualTo(303);
        assertThat(login.browser().get("/account/session").body()).doesNotContain("HƏSƏNOVA");
    }

    @Test
    void whoLogsOutIsOutWhileMyGovIsDown() {
        var login = place.as("clean-record");
        var session = login.session();
        place.breaks("/connect/logout", 503);

        var out = login.browser().post("/logout", Map.of("_csrf", login.csrf()));

        assertThat(Browser.location(out).toString()).startsWith(place.issuer() + "/connect/logout?id_token_hint=");
        assertThat(place.account(session).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/company", "/logout", "/quota", TRACK})
    void whatActsByACookieNeedsTheTokenOfThatVerySession(String path) {
        var login = place.as("company-owner");
        var old = login.csrf();
        assertThat(login.as("company-owner").statusCode()).isEqualTo(303);
        var foreign = place.as("clean-record").csrf();

        isRefused(post(login, path));
        for (var token : new String[] {"", "x", foreign, old, old + old, login.session()}) {
            isRefused(post(login, path, "X-CSRF-TOKEN", token));
            isRefused(login.browser().post(path, Map.of("_csrf", token)));
        }
        assertThat(login.browser().get("/account/session").statusCode()).isEqualTo(200);
        assertThat(post(login, path, "X-CSRF-TOKEN", login.csrf()).body()).doesNotContain("\"00106\"");
    }

    @Test
    void whatDoesNotActByACookieNeedsNone() {
        var login = place.as("company-owner");
        var stranger = place.somebody();

        assertThat(stranger.browser().postJson(TRACK, "{}").statusCode()).isEqualTo(400);
        assertThat(stranger.browser()
                        .post("/account/company", Map.of("company", ONE))
                        .statusCode())
                .isEqualTo(401);
        assertThat(stranger.browser().post("/logout", Map.of()).statusCode()).isEqualTo(303);
        // and what names somebody else is not theirs
        assertThat(login.browser()
                        .post("/account/company", Map.of("company", ONE), "Authorization", "Basic eDp5")
                        .statusCode())
                .isEqualTo(401);
        assertThat(actsFor(login)).doesNotContain("\"company\":");
    }

    @Test
    void aFormOfAPageBringsItsTokenAlong() {
        var login = place.as("clean-record");

        var page = login.browser().get("/stay-registrations", "Accept", "text/html");

        assertThat(page.body()).contains("name=\"_csrf\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .as("the logout leads there")
                .endsWith("form-action 'self' " + place.issuer());
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(new Browser(place.port())
                        .get("/stay-registrations", "Accept", "text/html")
                        .body())
                .doesNotContain("_csrf");
    }

    private static HttpResponse<String> post(MyGovLogin login, String path, String... headers) {
        return path.equals(TRACK)
                ? login.browser().postJson(path, "{}", headers)
                : login.browser().post(path, Map.of(), headers);
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"00106\"");
    }

    private static String actsFor(MyGovLogin login) {
        return login.browser().get("/account/session").body();
    }
}
