package dev.qapi.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.MyGovLogin;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody follows, by buttons of pages: seen, begun and ended without any script. */
@ExtendWith(SharedPlace.class)
class OwnListPageTests {

    /** What the policy of our pages would not run. */
    private static final String INLINE = "<script(?! defer src=)";

    private static final String FOLLOWED = "/applications/subscriptions";
    private static final String WARNING = "/quota/subscription";
    private static final String NUMBER = "MR-2026-0000001";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final LoginPlace place;

    OwnListPageTests(LoginPlace place) {
        this.place = place;
    }

    @AfterEach
    void heal() {
        place.heal();
    }

    private static String page(MyGovLogin person, String path) {
        var page = person.browser().get(path + "?lang=en", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContainPattern(INLINE);
        return page.body();
    }

    /** Presses the button of the form that goes there, as a browser does. */
    private static HttpResponse<String> press(MyGovLogin person, String page, String action) {
        var start = page.indexOf("action=\"" + action);
        assertThat(start).as(action).isPositive();
        var fields = new HashMap<String, String>();
        HIDDEN.matcher(page.substring(start, page.indexOf("</form>", start)))
                .results()
                .forEach(field -> fields.putIfAbsent(field.group(1), field.group(2)));
        return person.browser().post(action + "&lang=en", fields, "Accept", "text/html");
    }

    private static void leadsBack(HttpResponse<String> pressed, String where) {
        assertThat(pressed.statusCode()).as(pressed.body()).isEqualTo(303);
        assertThat(Browser.location(pressed).getPath()).isEqualTo(where);
    }

    @Test
    void aPersonFollowsAnApplicationFromItsAnswerAndEndsThat() {
        var person = place.as("residence-under-review");
        assertThat(page(person, "/account")).contains(FOLLOWED).doesNotContain(WARNING);
        assertThat(page(person, FOLLOWED)).contains("You follow no application.");

        leadsBack(press(person, page(person, "/applications/own"), FOLLOWED + "?add="), FOLLOWED);

        var followed = page(person, FOLLOWED);
        assertThat(followed).contains(NUMBER);
        leadsBack(press(person, followed, FOLLOWED + "?remove="), FOLLOWED);
        assertThat(page(person, FOLLOWED)).doesNotContain(NUMBER);
    }

    @Test
    void whatSomebodyLookedUpForAnotherIsFollowedByTheSameDetails() {
        var other = place.as("clean-record");
        var inquiry = new HashMap<>(Map.of(
                "document.type", "PASSPORT",
                "document.number", "C01234567",
                "birthDate.day", "12",
                "birthDate.month", "4",
                "birthDate.year", "1990",
                "citizenship", "TUR"));
        inquiry.put("_csrf", other.csrf());
        var answer = other.browser().post("/applications", inquiry, "Accept", "text/html");

        leadsBack(press(other, answer.body(), FOLLOWED + "?add="), FOLLOWED);
        assertThat(page(other, FOLLOWED)).contains(NUMBER);

        inquiry.put("applicationNumber", NUMBER);
        inquiry.keySet().removeIf(name -> name.contains("."));
        var without = other.browser().post(FOLLOWED + "?add=&lang=en", inquiry, "Accept", "text/html");
        assertThat(without.statusCode()).isEqualTo(400);
        leadsBack(press(other, page(other, FOLLOWED), FOLLOWED + "?remove="), FOLLOWED);
    }

    @Test
    void anEmployerIsWarnedAndNotAnyMore() {
        var employer = place.as("company-owner");
        employer.actFor(LoginPlace.taxNumber("quota-used-up"));
        assertThat(page(employer, "/account")).contains(WARNING).doesNotContain(FOLLOWED);

        leadsBack(press(employer, page(employer, WARNING), WARNING + "?add="), WARNING);

        var warned = page(employer, WARNING);
        assertThat(warned).contains("You will be warned").containsPattern("QP(-[0-9A-Z]{4}){3}");
        leadsBack(press(employer, warned, WARNING + "?remove="), WARNING);
        assertThat(page(employer, WARNING)).contains("You are not warned");
    }

    @ParameterizedTest
    @CsvSource({
        "/applications/subscriptions?add=, 303",
        "/applications/subscriptions?remove=, 303",
        "/quota/subscription?add=, 303",
        "/applications/own?add=, 404",
        "/events/own?remove=, 404",
        "/nothing/own?add=, 404"
    })
    void whoIsNotLoggedInIsSentToTheLoginAndWhatIsNoListTakesNothing(String path, int status) {
        var sent = place.somebody().browser().post(path, Map.of(), "Accept", "text/html");
        assertThat(sent.statusCode()).isEqualTo(status);
        if (status == 303) {
            assertThat(Browser.location(sent).getPath()).isEqualTo("/login");
        }
    }

    @Test
    void aNumberThatIsNoneLeadsNowhereElse() {
        var person = place.as("clean-record");
        var sent = person.browser()
                .post(FOLLOWED + "?remove=", Map.of("number", "../x", "_csrf", person.csrf()), "Accept", "text/html");
        assertThat(sent.statusCode()).isEqualTo(400);
    }
}
