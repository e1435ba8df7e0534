package dev.qapi.gateway.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.contract.Persona;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Person;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.MyGovLogin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Events over HTTP: for as long as the login or the token is good, and for nobody else. */
@ExtendWith(SharedPlace.class)
class FollowedTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final LoginPlace place;

    FollowedTests(LoginPlace place) {
        this.place = place;
    }

    @AfterEach
    void heal() {
        place.heal();
    }

    /** A stream of server-sent events that is read in the background. */
    private record Heard(HttpResponse<Stream<String>> answer, List<String> lines, CompletableFuture<Void> end) {

        List<String> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring(3))
                    .toList();
        }
    }

    private Heard follow(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + place.port() + "/api/v1/events"))
                .header("Accept", "text/event-stream")
                .headers(headers)
                .build();
        var answer = http.send(request, BodyHandlers.ofLines());
        var lines = new CopyOnWriteArrayList<String>();
        var end = CompletableFuture.runAsync(() -> answer.body().forEach(lines::add), Thread::startVirtualThread);
        return new Heard(answer, lines, end);
    }

    private void happens(String owner) {
        place.gateway()
                .bean(EventLog.class)
                .note(new Happening(
                        owner,
                        EventType.ACCESS_RECORDED,
                        place.gateway().bean(MovableClock.class).instant(),
                        "applications",
                        null,
                        UUID.randomUUID().toString()))
                .block(SOON);
    }

    private String owner(String persona) {
        return Persona.all().stream()
                .filter(it -> it.name().equals(persona))
                .map(it -> new Person(it.document(), it.birthDate(), it.citizenship()))
                .map(it -> place.gateway().bean(Owners.class).of(it.subject()))
                .findFirst()
                .orElseThrow();
    }

    private String token(String scopes) {
        var granted = place.somebody()
                .browser()
                .post(
                        place.issuer() + "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", scopes),
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("qapi-demo-portal:sandbox-demo".getBytes(UTF_8)));
        return "Bearer " + JSON.readTree(granted.body()).path("access_token").asString("");
    }

    private List<String> listed(MyGovLogin person, String query) {
        var told = person.browser().get("/api/v1/events" + query);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.headers().firstValue("Cache-Control")).hasValue("no-store");
        return JSON.readTree(told.body())
                .at("/data/events")
                .valueStream()
                .map(event -> event.path("id").asString())
                .toList();
    }

    @Test
    void aPersonHearsWhatHappensAtOnceAndAgainFromWhereTheyWereUntilTheyLogOut() throws Exception {
        var person = place.as("clean-record");
        var stream = follow("Cookie", person.cookie());
        assertThat(stream.answer().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(stream.answer().headers().firstValue("Cache-Control")).hasValue("no-store");
        await().atMost(SOON).until(() -> stream.lines().contains(":still here"));
        happens(owner("several-applications"));
        happens(owner("clean-record"));
        happens(owner("clean-record"));
        await().atMost(SOON).until(() -> stream.ids().size() == 2);
        assertThat(stream.lines()).contains("event:access.recorded");
        var again =
                follow("Cookie", person.cookie(), "Last-Event-ID", stream.ids().getFirst());
        await().atMost(SOON).until(() -> again.ids().size() == 1);
        assertThat(again.ids()).isEqualTo(stream.ids().subList(1, 2));
        assertThat(listed(person, "?after=" + stream.ids().getFirst())).isEqualTo(again.ids());
        person.browser().post("/logout", Map.of("_csrf", person.csrf()));
        await().atMost(SOON).until(() -> stream.end().isDone() && again.end().isDone());
    }

    @Test
    void aPortalHearsWhatHappensUntilItsTokenExpires() throws Exception {
        var token = token("events");
        var stream = follow("Authorization", token);
        happens(place.gateway().bean(Owners.class).portal("qapi-demo-portal"));
        await().atMost(SOON).until(() -> stream.ids().size() == 1);
        assertThat(stream.end()).isNotDone();
        place.gateway().bean(MovableClock.class).goOn(Duration.ofHours(2));
        await().atMost(SOON).until(() -> stream.end().isDone());
    }

    @Test
    void nobodyElseHearsAnything() throws Exception {
        assertThat(follow("X-Nothing", "here").answer().statusCode()).isEqualTo(401);
        assertThat(follow("Authorization", token("applications")).answer().statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoEventIsToldByTheNameOfItsField() {
        var person = place.as("clean-record");
        for (var query : List.of("?after=evt_1", "?limit=0", "?limit=101", "?owner=somebody")) {
            var told = person.browser().get("/api/v1/events" + query);
            assertThat(told.statusCode()).as(query).isEqualTo(400);
            assertThat(told.body()).contains("\"pointer\":\"/" + query.substring(1, query.indexOf('=')) + '"');
        }
    }

    @Test
    void thePageShowsWhatHasHappenedWithoutAnyScript() {
        var person = place.as("several-applications");
        happens(owner("several-applications"));
        var page = person.browser().get("/events/own?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("A portal has asked about you.").doesNotContain("<script>", "evt_");
        assertThat(person.browser().get("/account?lang=az").body()).contains("/events/own");
    }
}
