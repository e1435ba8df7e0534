package dev.qapi.mock.mygov;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The login as a gateway meets it: through the door, with the personas, while the door's filter looks at each reply. */
class MyGovBehindItsDoorTest {

    private static final MockEgov EGOV = MockEgov.start(Settings.quick(Clock.systemUTC()));
    private static final String MYGOV = EGOV.address("MYGOV");
    private static final String CLIENT = Client.basic(Settings.CLIENT, Settings.SECRET);

    private final Browser browser = new Browser();

    @AfterAll
    static void close() {
        EGOV.close();
    }

    @Test
    void aPersonaLogsInAndTheGatewayLearnsWhoItIsAndForWhomItMayAct() {
        var authorize = URI.create(MYGOV + "/oauth2/authorize?" + Browser.encoded(Client.request()));
        var page = Browser.location(browser.get(authorize, "Accept", "text/html"));
        assertThat(page).asString().startsWith(MYGOV + "/login");

        var back = Browser.location(browser.pick(page, "company-owner"));
        var callback = Browser.location(browser.get(back));
        assertThat(callback).asString().startsWith(Client.CALLBACK);

        var tokens = Client.json(browser.post(
                URI.create(MYGOV + "/oauth2/token"),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        Client.parameter(callback, "code"),
                        "redirect_uri",
                        Client.CALLBACK,
                        "code_verifier",
                        Client.VERIFIER),
                "Authorization",
                CLIENT));
        var person = Client.json(browser.get(
                URI.create(MYGOV + "/userinfo"),
                "Authorization",
                "Bearer " + tokens.path("access_token").stringValue()));
        assertThat(person.path("companies").size()).isPositive();
        assertThat(person.at("/companies/0/tax_number").stringValue()).matches("[0-9]{9}[12]");
    }

    @Test
    void everyAdultAmongThePersonasIsOffered() {
        var login = browser.get(URI.create(MYGOV + "/login?lang=az"));
        assertThat(login.body()).contains("residence-under-review", "company-owner", "clean-record");
        assertThat(login.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void aMessageLiesInItsPersonsInbox() {
        var token = Client.json(browser.post(
                        URI.create(MYGOV + "/oauth2/token"),
                        Map.of("grant_type", "client_credentials", "scope", "inbox"),
                        "Authorization",
                        Client.basic("qapi-inbox", Settings.INBOX_SECRET)))
                .path("access_token")
                .stringValue();
        var sent = send(token, "/inbox/v1/messages", """
                {"pin":"7KD2M","clientReference":"door-0001","title":"İcazəniz hazırdır","text":"Onu götürə bilərsiniz."}""");
        assertThat(sent).contains("\"id\"");
        assertThat(send(token, "/inbox/v1/messages/search", "{\"pin\":\"7KD2M\"}"))
                .contains("MATCHED", "İcazəniz hazırdır");
    }

    private String send(String token, String path, String body) {
        return browser.send(HttpRequest.newBuilder(URI.create(MYGOV + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .body();
    }
}
