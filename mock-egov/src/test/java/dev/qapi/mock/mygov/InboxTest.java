package dev.qapi.mock.mygov;

import static dev.qapi.mock.mygov.People.EMRE;
import static dev.qapi.mock.mygov.People.NINO;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inbox as a sender of messages meets it. */
class InboxTest {

    private static final MyGov MY_GOV = MyGov.start(People.settings());

    private final Client client = new Client(MY_GOV);
    private final String token = client.inboxToken();
    /** Each test has a person of its own. */
    private final String pin = UUID.randomUUID().toString();

    private final String message = """
            {"pin":"%1$s","clientReference":"r-%1$s","title":"Icazəniz hazırdır","text":"Gəlin götürün."}""".formatted(pin);
    private final String subject = "{\"pin\":\"%s\"}".formatted(pin);

    @AfterAll
    static void stop() {
        MY_GOV.close();
    }

    @Test
    void aMessageArrivesAndIsFound() {
        var receipt = post("/messages", message);
        assertThat(receipt.statusCode()).isEqualTo(201);
        assertThat(Client.json(receipt).get("at").stringValue()).isEqualTo("2026-11-24T12:00:00+04:00");
        var found = Client.json(post("/messages/search", subject));
        assertThat(found.toString())
                .isEqualTo("""
                        {"outcome":"MATCHED","asOf":"2026-11-24T12:00:00+04:00","complete":true,\
                        "subject":{"pin":"%s"},"messages":[{"id":"%s","at":"2026-11-24T12:00:00+04:00",\
                        "title":"Icazəniz hazırdır","text":"Gəlin götürün.","read":false}]}""".formatted(pin, Client.json(receipt).get("id").stringValue()));
    }

    @Test
    void aMessageSentTwiceArrivesOnce() {
        var first = post("/messages", message);
        var second = post("/messages", message);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Client.json(post("/messages/search", subject)).get("messages"))
                .hasSize(1);
    }

    @Test
    void aReferenceUsedForAnotherMessageIsRefused() {
        post("/messages", message);
        assertThat(post("/messages", message.replace("Gəlin", "Getmə")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void theNewestMessageComesFirst() {
        post("/messages", message);
        post("/messages", message.replace("r-", "s-").replace("Icazəniz hazırdır", "Xatırlatma"));
        var found = Client.json(post("/messages/search", subject));
        assertThat(found.at("/messages/0/title").stringValue()).isEqualTo("Xatırlatma");
        assertThat(found.get("messages")).hasSize(2);
    }

    @Test
    void anEmptyInboxIsNotAnUnknownPerson() {
        post("/messages", message);
        assertThat(search(People.pin(NINO))).isEqualTo("MATCHED");
        assertThat(search("9ZZ9Z9Z")).isEqualTo("NO_MATCH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"pin\":\"5XK7Q2A\"}",
                "{\"pin\":5,\"clientReference\":\"r\",\"title\":\"t\",\"text\":\"x\"}",
                "{\"pin\":\"\",\"clientReference\":\"r\",\"title\":\"t\",\"text\":\"x\"}",
                "{\"pin\":\"5XK7Q2A\",\"clientReference\":\"r\",\"title\":7,\"text\":\"x\"}",
                "{\"pin\":\"5XK7Q2A\",\"clientReference\":\"r\",\"title\":\" \",\"text\":\"x\"}",
                "{\"pin\":\"5XK7Q2A\",\"clientReference\":null,\"title\":\"t\",\"text\":\"x\"}",
                "{\"pin\":\"5XK7Q2A\",\"pin\":\"5XK7Q2A\",\"clientReference\":\"r\",\"title\":\"t\",\"text\":\"x\"}",
                "{\"pin\":\"5XK7Q2A\",\"clientReference\":\"r\",\"title\":\"t\",\"text\":\"x\",\"urgent\":true}",
                "{\"pin\":\"5XK7Q2A\",\"clientReference\":\"r\",\"title\":\"t\",\"text\":\"x\"} {}"
            })
    void whatIsNotExactlyAMessageIsRefusedWithoutRepeatingIt(String body) {
        var refusal = post("/messages", body);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(Client.json(refusal).propertyNames()).containsExactly("type", "message", "detail");
        assertThat(refusal.body()).doesNotContain("5XK7Q2A");
    }

    @Test
    void aFloodIsCutOff() {
        assertThat(post("/messages", message.replace("Gəlin", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void nobodyReadsItWithoutATokenForIt() {
        assertThat(send("/messages/search", "{}", "Basic " + token).statusCode())
                .isEqualTo(401);
        assertThat(send("/messages/search", "{}", "Bearer x" + token).statusCode())
                .isEqualTo(401);
        var person = client.tokens(EMRE);
        assertThat(send(
                                "/messages/search",
                                "{}",
                                "Bearer " + person.get("id_token").stringValue())
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(
                                "/messages/search",
                                "{}",
                                "Bearer " + person.get("access_token").stringValue())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void thereIsNothingToGet() {
        var address = URI.create(MY_GOV.issuer() + "/inbox/v1/messages");
        assertThat(client.browser()
                        .get(address, "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(405);
    }

    private String search(String pin) {
        return Client.json(post("/messages/search", "{\"pin\":\"" + pin + "\"}"))
                .get("outcome")
                .stringValue();
    }

    private HttpResponse<String> post(String path, String body) {
        return send(path, body, "Bearer " + token);
    }

    private HttpResponse<String> send(String path, String body, String authorization) {
        return client.browser()
                .send(HttpRequest.newBuilder(URI.create(MY_GOV.issuer() + "/inbox/v1" + path))
                        .headers("Authorization", authorization, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }
}
