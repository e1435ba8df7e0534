package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.population.Case;
import dev.qapi.mock.population.Country;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What somebody does, and what time does, is seen wherever it has to be. */
class StoryTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final String FINED = """
            {"documentType":"PASSPORT","documentNumber":"H60918223","birthDate":"1978-09-02","citizenship":"IRN"}""";
    private static final String PAYMENT = """
            {"clientReference":"story-0001","paymentNumber":"826288104467","amount":"350.00"}""";
    private static final String WORKER = """
            {"documentType":"PASSPORT","documentNumber":"M70345612","birthDate":"1981-03-17","citizenship":"KOR"}""";

    private MockEgov egov = MockEgov.start(Settings.quick(NOON));
    private Systems systems = new Systems(new Call(egov));

    @AfterEach
    void close() {
        egov.close();
    }

    private void restarted(Settings settings) {
        egov.close();
        egov = MockEgov.start(settings);
        systems = new Systems(new Call(egov));
    }

    @Test
    void payingAFineAtThePortalClosesItInVmmsAndLiftsTheEntryBarInIamas() throws IOException {
        assertThat(bars()).containsExactly("UNPAID_FINE");

        var receipt = systems.ask("GPP", "/payments", PAYMENT);

        assertThat(receipt.path("receipt").stringValue()).startsWith("GPP-2026-");
        assertThat(systems.ask("GPP", "/bills/search", FINED)
                        .at("/bills/0/state")
                        .stringValue())
                .isEqualTo("PAID");
        assertThat(fine().path("state").stringValue()).isEqualTo("PAID");
        assertThat(bars()).isEmpty();
    }

    @Test
    void newsOfAPaymentTakesItsTimeFromOneRegisterToTheNext() throws IOException {
        restarted(Settings.quick(NOON).telling(Duration.ofMinutes(10), Duration.ofHours(1)));
        systems.ask("GPP", "/payments", PAYMENT);
        assertThat(systems.ask("GPP", "/bills/search", FINED)
                        .at("/bills/0/state")
                        .stringValue())
                .isEqualTo("PAID");
        assertThat(fine().path("state").stringValue()).isEqualTo("DUE");
        assertThat(bars()).containsExactly("UNPAID_FINE");

        forward("PT10M");
        assertThat(fine().path("state").stringValue()).isEqualTo("PAID");
        assertThat(bars()).containsExactly("UNPAID_FINE");

        forward("PT1H");
        assertThat(bars()).isEmpty();
    }

    @Test
    void whatIsPaidTwiceUnderOneReferenceIsPaidOnceAndNothingIsPaidAgain() throws IOException {
        var first = systems.ask("GPP", "/payments", PAYMENT);
        assertThat(systems.ask("GPP", "/payments", PAYMENT)).isEqualTo(first);
        assertThat(pay(PAYMENT.replace("0001", "0002"))).isEqualTo(409);
        assertThat(pay(PAYMENT.replace("350", "349"))).isEqualTo(422);
        assertThat(pay(PAYMENT.replace("0001", "0003").replace("826288104467", "826000000000")))
                .isEqualTo(404);
    }

    @Test
    void anApplicationGoesOnByTimeAndAfterThePaymentByIt() throws IOException {
        assertThat(statuses(WORKER)).containsExactly("100", "110", "130", "150");
        systems.ask(
                "GPP",
                "/payments",
                "{\"clientReference\":\"story-0004\",\"paymentNumber\":\"826401937552\",\"amount\":\"1000.00\"}");
        assertThat(statuses(WORKER)).containsExactly("100", "110", "130", "150", "160");
        forward("P5D");
        assertThat(statuses(WORKER)).containsExactly("100", "110", "130", "150", "160", "190");
    }

    @Test
    void aFeeThatNobodyPaysCancelsAfterItsTerm() throws IOException {
        forward("P25D");
        assertThat(statuses(WORKER)).endsWith("150");
        forward("P3D");
        var application = applications(WORKER).path(0);
        assertThat(application.path("status").stringValue()).isEqualTo("230");
        assertThat(application.at("/fee/state").stringValue()).isEqualTo("LAPSED");
        assertThat(
                        pay(
                                "{\"clientReference\":\"story-0005\",\"paymentNumber\":\"826401937552\",\"amount\":\"1000.00\"}"))
                .isEqualTo(409);
    }

    @Test
    void aFiledLetterGetsANumberOnceAndItsTwinIsKnown() throws IOException {
        var letter = """
                {"clientReference":"story-0006","channel":"SITE","senderName":"Kemal Yıldız","topic":"REGISTRATION",\
                "text":"Qeydiyyatımı necə uzada bilərəm?"}""";
        var first = systems.ask("DOCUMENT_FLOW", "/letters/file", letter);
        var number = first.path("number").stringValue();
        assertThat(number).matches("DM-2026-[0-9]{7}");
        assertThat(first.path("dueBy").stringValue()).isEqualTo("2026-12-15");
        assertThat(systems.ask("DOCUMENT_FLOW", "/letters/file", letter)
                        .path("number")
                        .stringValue())
                .isEqualTo(number);
        var again = letter.replace("0006", "0007").replace("SITE", "EMAIL").replace("necə uzada", "necə  UZADA");
        assertThat(systems.ask("DOCUMENT_FLOW", "/letters/file", again)
                        .path("duplicateOf")
                        .stringValue())
                .isEqualTo(number);
        var search = "{\"number\":\"" + number + "\"}";
        assertThat(systems.ask("DOCUMENT_FLOW", "/letters/search", search)
                        .at("/letter/state")
                        .stringValue())
                .isEqualTo("REGISTERED");
        forward("P20D");
        assertThat(systems.ask("DOCUMENT_FLOW", "/letters/search", search)
                        .at("/letter/state")
                        .stringValue())
                .isEqualTo("ANSWERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MYGOV_INBOX", "EGOV_INBOX"})
    void aLetterWaitsInItsInboxUntilItIsTakenUnderTheFirstNumber(String inbox) throws IOException {
        var letter = """
                {"name":"Kemal Yıldız","document":{"type":"PASSPORT","number":"U31207845"},"birthDate":"1985-05-14",\
                "citizenship":"TUR","topic":"REGISTRATION","answerIn":"AZ","text":"Qeydiyyatımı necə uzada bilərəm?"}""";
        var id = Call.json(new Call(egov)
                        .send(
                                "POST",
                                "/__admin/egov/letters",
                                "{\"inbox\":\"%s\",\"letter\":%s}".formatted(inbox, letter)))
                .path("id")
                .stringValue();
        assertThat(waiting(inbox)).containsExactly(id);
        assertThat(waiting(inbox.equals("EGOV_INBOX") ? "MYGOV_INBOX" : "EGOV_INBOX"))
                .isEmpty();
        assertThat(systems.ask(inbox, "/letters/read", "{\"id\":\"%s\"}".formatted(id))
                        .at("/letter/text")
                        .stringValue())
                .isEqualTo("Qeydiyyatımı necə uzada bilərəm?");
        for (var number : List.of("QP-1", "QP-2")) {
            var taking = "{\"id\":\"%s\",\"number\":\"%s\",\"filedAt\":\"2026-11-24T10:00:00+04:00\"}";
            assertThat(systems.ask(inbox, "/letters/take", taking.formatted(id, number))
                            .path("number")
                            .stringValue())
                    .isEqualTo("QP-1");
        }
        assertThat(waiting(inbox)).isEmpty();
    }

    private List<String> waiting(String inbox) throws IOException {
        return systems.ask(inbox, "/letters/waiting", "{\"most\":20}")
                .path("letters")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @Test
    void aWorkPermitConsumesTheQuotaOfItsEmployer() throws IOException {
        var quota = "{\"taxNumber\":\"1500023451\",\"year\":2026}";
        var before = systems.ask("VMMS", "/quota/report", quota).at("/places/0");
        var filed = systems.ask("VMMS", "/applications/file", WORKER.replace("}", """
                ,"clientReference":"story-0008","kind":"WP","workingDays":10,"months":12,"taxNumber":"1500023451",\
                "activity":"C","occupation":"7522"}"""));
        assertThat(filed.path("number").stringValue()).matches("MR-2026-[0-9]{7}");
        var pending = systems.ask("VMMS", "/quota/report", quota).at("/places/0");
        assertThat(pending.path("pending").intValue())
                .isEqualTo(before.path("pending").intValue() + 1);

        forward("P16D");
        var bill = StreamSupport.stream(
                        systems.ask("GPP", "/bills/search", WORKER)
                                .path("bills")
                                .spliterator(),
                        false)
                .filter(it -> it.path("amount").stringValue().equals("1400.00"))
                .findFirst()
                .orElseThrow();
        systems.ask(
                "GPP",
                "/payments",
                "{\"clientReference\":\"story-0009\",\"paymentNumber\":\""
                        + bill.path("paymentNumber").stringValue() + "\",\"amount\":\"1400.00\"}");
        forward("P5D");
        var used = systems.ask("VMMS", "/quota/report", quota).at("/places/0");
        assertThat(used.path("used").intValue()).isEqualTo(before.path("used").intValue() + 1);
        assertThat(used.path("pending").intValue())
                .isEqualTo(before.path("pending").intValue());
    }

    @Test
    void timeMovesEverybodyElsesApplicationsToo() throws IOException {
        var country = new Country(42, 20_000, Country.DISAGREEMENT);
        var before = new LinkedHashMap<String, List<String>>();
        for (var place = 0; before.size() < 20; place++) {
            var person = country.person(place);
            if (person.cases().stream().anyMatch(StoryTest::isOpen)) {
                before.put(Call.search(person), statuses(Call.search(person)));
            }
        }
        forward("P60D");
        var moved = 0;
        for (var person : before.entrySet()) {
            moved += statuses(person.getKey()).size() > person.getValue().size() ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(5);
    }

    private static boolean isOpen(Case it) {
        return !it.steps().getFirst().at().isAfter(NOON.instant())
                && it.steps().getLast().at().isAfter(NOON.instant());
    }

    @Test
    void whatWasDoneOutlivesARestartIfItShould(@TempDir Path folder) throws IOException {
        var settings = Settings.quick(NOON).keeping(folder.resolve("deeds.jsonl"));
        restarted(settings);
        systems.ask("GPP", "/payments", PAYMENT);
        forward("P1D");
        Files.writeString(folder.resolve("deeds.jsonl"), "{\"deed\":\"Paid\",\"refer", StandardOpenOption.APPEND);
        restarted(settings);
        assertThat(bars()).isEmpty();
        assertThat(Call.json(new Call(egov).send("GET", "/__admin/egov/clock", null))
                        .path("moved")
                        .stringValue())
                .isEqualTo("PT24H");
        restarted(Settings.quick(NOON));
        assertThat(bars()).containsExactly("UNPAID_FINE");
    }

    @Test
    void aResetUndoesWhatWasDone() throws IOException {
        systems.ask("GPP", "/payments", PAYMENT);
        forward("P40D");
        new Call(egov).send("POST", "/__admin/egov/reset", null);
        assertThat(bars()).containsExactly("UNPAID_FINE");
        assertThat(statuses(WORKER)).endsWith("150");
    }

    @Test
    void theClockIsNotMovedByNonsense() throws IOException {
        for (var body : new String[] {"", "{}", "{\"forward\":\"yesterday\"}", "{\"forward\":\"P-1D\"}", "[]"}) {
            var answer = new Call(egov).send("PUT", "/__admin/egov/clock", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Call.json(answer).path("field").stringValue()).isEqualTo("forward");
        }
    }

    private List<String> bars() throws IOException {
        return StreamSupport.stream(
                        systems.ask("IAMAS", "/restrictions/search", FINED)
                                .path("restrictions")
                                .spliterator(),
                        false)
                .map(it -> it.path("ground").stringValue())
                .toList();
    }

    private JsonNode fine() throws IOException {
        return systems.ask("VMMS", "/charges/search", FINED).at("/charges/0");
    }

    private JsonNode applications(String person) throws IOException {
        return systems.ask("VMMS", "/applications/search", person).path("applications");
    }

    private List<String> statuses(String person) throws IOException {
        return StreamSupport.stream(applications(person).path(0).path("history").spliterator(), false)
                .map(it -> it.path("status").stringValue())
                .toList();
    }

    private int pay(String payment) throws IOException {
        var way = Systems.ways()
                .filter(it -> it.path().endsWith("/payments"))
                .findFirst()
                .orElseThrow();
        return systems.send(way, payment).statusCode();
    }

    private void forward(String by) throws IOException {
        var moved = new Call(egov).send("PUT", "/__admin/egov/clock", "{\"forward\":\"" + by + "\"}");
        assertThat(moved.statusCode()).isEqualTo(200);
    }
}
