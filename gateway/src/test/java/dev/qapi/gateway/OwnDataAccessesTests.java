package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.support.TestLogins;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A person sees who has looked at them, and nobody sees it of somebody else. */
class OwnDataAccessesTests extends OwnDataContext {

    private static final String IRINA =
            "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"751234567\"},\"birthDate\":\"1972-11-05\",\"citizenship\":\"RUS\"}";
    private static final String WEBER =
            "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"T9044718\"},\"birthDate\":\"1992-03-08\",\"citizenship\":\"AUT\"}";
    private static final String IRINAS_LOGIN = "permanent-residence-awaiting-other-body";

    @Autowired
    Clock clock;

    @Autowired
    MongoDatabase mongo;

    @Autowired
    Pepper pepper;

    /** The first calls of a process take longer than anybody waits for a register. */
    @BeforeEach
    void warm() {
        await().pollInterval(Duration.ofMillis(300)).atMost(SOON).untilAsserted(() -> ask("clean-record", WEBER));
        await().atMost(SOON).untilAsserted(() -> look(TestLogins.STRANGER, "", 200));
    }

    @Test
    void aQuestionByAStrangerIsToldToWhomItIsAbout() {
        var before =
                look(IRINAS_LOGIN, "", 200).at("/data/restrictionsAsked/times").asLong();
        askAboutIrina(null);
        await().pollInterval(Duration.ofMillis(300)).atMost(SOON).untilAsserted(() -> {
            var data = look(IRINAS_LOGIN, "", 200).get("data");
            assertThat(data.at("/restrictionsAsked/times").asLong()).isGreaterThan(before);
            assertThat(of(data, "RESTRICTIONS")).anySatisfy(one -> {
                assertThat(one.at("/who/code").asString()).isEqualTo("ANYBODY");
                assertThat(one.at("/what/text").asString()).isEqualTo("Check of restrictions on entry and exit");
                assertThat(one.at("/outcome/code").asString()).isEqualTo("TOLD");
            });
        });
    }

    @Test
    void somebodyElsesLoginIsNotYouAndYourOwnIs() {
        askAboutIrina("clean-record");
        askAboutIrina(IRINAS_LOGIN);
        await().pollInterval(Duration.ofMillis(300))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(of(look(IRINAS_LOGIN, "", 200).get("data"), "RESTRICTIONS").stream()
                                .map(it -> it.at("/who/code").asString()))
                        .contains("PERSON", "YOU"));
    }

    @Test
    void nobodySeesTheLooksAtSomebodyElse() {
        askAboutIrina(null);
        await().pollInterval(Duration.ofMillis(300))
                .atMost(SOON)
                .until(() -> !of(look(IRINAS_LOGIN, "", 200).get("data"), "RESTRICTIONS")
                        .isEmpty());
        assertThat(of(look("residence-fee-paid", "", 200).get("data"), "RESTRICTIONS"))
                .isEmpty();
    }

    @Test
    void lookingIsItselfALook() {
        var login = "residence-in-production";
        look(login, "", 200);
        await().pollInterval(Duration.ofMillis(300))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(of(look(login, "", 200).get("data"), "OWN_DATA"))
                        .isNotEmpty()
                        .allMatch(it -> it.at("/who/code").asString().equals("YOU")));
    }

    @Test
    void theAnswerSaysUntilWhenItIsComplete() {
        var asked = clock.instant();
        await().pollInterval(Duration.ofMillis(300)).atMost(SOON).untilAsserted(() -> {
            var asOf = OffsetDateTime.parse(
                            look(IRINAS_LOGIN, "", 200).get("asOf").asString())
                    .toInstant();
            assertThat(asOf).isAfter(asked).isBefore(clock.instant());
        });
    }

    /** The walk shows what was there when it began: all that the store held before it, and no more than after its first page. */
    @Test
    void pagesFollowEachOtherWithoutAGapAndWithoutRepeating() {
        var login = "residence-ready-for-collection";
        IntStream.range(0, 60).forEach(_ -> await().atMost(SOON).untilAsserted(() -> look(login, "", 200)));
        await().atMost(SOON).until(() -> stored() >= 60);
        var least = stored();
        var page = look(login, "", 200).get("data");
        var most = stored();
        var times = new ArrayList<>(page.get("accesses").findValuesAsString("at"));
        assertThat(times).hasSize(50);
        while (page.has("next")) {
            page = look(login, "?after=" + page.get("next").asString(), 200).get("data");
            times.addAll(page.get("accesses").findValuesAsString("at"));
        }
        assertThat(times.size()).isBetween((int) least, (int) most);
        assertThat(times.stream().map(OffsetDateTime::parse)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private long stored() {
        var dimitrov = List.of(DocumentNumber.of("386291047"), BirthDate.of("1969-05-11"), Citizenship.of("BGR"));
        return Mono.from(mongo.getCollection("audit")
                        .countDocuments(new Document("subject", pepper.name("audit", dimitrov))))
                .blockOptional(SOON)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "MTIz", "%2B%2B"})
    void aPageThatIsNoneIsNamed(String after) {
        var error = look(IRINAS_LOGIN, "?after=" + after, 400).at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo("/after");
    }

    @Test
    void whoIsNotLoggedInAsThemselvesSeesNothing() {
        assertThat(look(null, "", 401).get("code").asString()).isEqualTo("00102");
        assertThat(look(TestLogins.EMPLOYER, "", 403).get("code").asString()).isEqualTo("00104");
    }

    private void askAboutIrina(@Nullable String login) {
        ask(login, IRINA);
    }

    private void ask(@Nullable String login, String body) {
        var request = http.post().uri("/api/v1/restrictions/check").contentType(MediaType.APPLICATION_JSON);
        if (login != null) {
            request.header(TestLogins.HEADER, login);
        }
        request.bodyValue(body).exchange().expectStatus().isOk().expectBody();
    }

    private static List<JsonNode> of(JsonNode data, String what) {
        return StreamSupport.stream(data.get("accesses").spliterator(), false)
                .filter(it -> it.at("/what/code").asString().equals(what))
                .toList();
    }

    private JsonNode look(@Nullable String login, String query, int status) {
        return get("/api/v1/own-data/accesses" + query, login, "", status);
    }
}
