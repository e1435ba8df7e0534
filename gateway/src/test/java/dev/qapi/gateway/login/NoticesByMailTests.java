package dev.qapi.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.qapi.contract.Persona;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Person;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.MyGovLogin;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the page where an address is given to the click that ends it, through real sockets. */
@ExtendWith(SharedPlace.class)
class NoticesByMailTests {

    /** What the policy of our pages would not run. */
    private static final String INLINE = "<script(?! defer src=)";

    private static final String PERSONA = "clean-record";
    private static final String PAGE = "/notices/own";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final LoginPlace place;

    NoticesByMailTests(LoginPlace place) {
        this.place = place;
    }

    @AfterEach
    void heal() {
        place.heal();
    }

    private List<MimeMessage> mail(String address) {
        return List.of(place.mail().getReceivedMessages()).stream()
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).equals(address))
                .toList();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage mail(String address, int number) {
        await().atMost(SOON).until(() -> mail(address).size() >= number);
        assertThat(mail(address)).hasSize(number);
        return mail(address).get(number - 1);
    }

    private static String page(MyGovLogin person) {
        var page = person.browser().get(PAGE + "?lang=en", "Accept", "text/html");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContainPattern(INLINE);
        return page.body();
    }

    private static HttpResponse<String> send(MyGovLogin person, String change, String field, String value) {
        return person.browser()
                .post(PAGE + change + "=&lang=en", Map.of(field, value, "_csrf", person.csrf()), "Accept", "text/html");
    }

    private void happens() {
        var person = Persona.all().stream()
                .filter(it -> it.name().equals(PERSONA))
                .map(it -> new Person(it.document(), it.birthDate(), it.citizenship()))
                .findFirst()
                .orElseThrow();
        var owner = place.gateway().bean(Owners.class).of(person.subject());
        place.gateway()
                .bean(EventLog.class)
                .note(new Happening(
                        String.valueOf(owner),
                        EventType.ANSWER_ARRIVED,
                        place.gateway().bean(MovableClock.class).instant(),
                        "letters",
                        null,
                        UUID.randomUUID().toString()))
                .block(SOON);
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    @Test
    void anAddressIsGivenConfirmedWrittenToAndEndedByOneClick() throws Exception {
        var address = "a" + UUID.randomUUID().toString().substring(0, 8) + "@mail.test";
        var person = place.as(PERSONA);
        assertThat(person.browser().get("/account?lang=en").body()).contains(PAGE);
        assertThat(page(person)).contains("You get no notices by e-mail.", "name=\"address\"");
        assertThat(send(person, "?add", "address", "nobody").body()).contains("Write the address like this", PAGE);

        assertThat(send(person, "?add", "address", address).statusCode()).isEqualTo(303);
        var code = found("\\b([0-9]{8})\\b", GreenMailUtil.getBody(mail(address, 1)));
        assertThat(page(person)).contains("Confirm this address", address, "one-time-code");
        var wrong = send(person, "?add", "code", code.substring(1));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The code is not right");
        assertThat(send(person, "?add", "code", code).statusCode()).isEqualTo(303);
        assertThat(page(person)).contains("Notices are sent to you");

        happens();
        var notice = mail(address, 2);
        assertThat((String) notice.getContent()).contains("Letters and inquiries", "https://qapi.example/events/own");
        var link = URI.create(found("<(.*)>", notice.getHeader("List-Unsubscribe", null)));
        var path = link.getRawPath() + "?" + link.getRawQuery();
        var anybody = new Browser(place.port());
        var asks = anybody.get(path, "Accept", "text/html");
        assertThat(asks.statusCode()).isEqualTo(200);
        assertThat(asks.body())
                .contains("No more notices to this address?")
                .doesNotContain(address)
                .doesNotContainPattern(INLINE);
        assertThat(page(person)).as("to look ends nothing").contains("Notices are sent to you");
        var ended = anybody.post(path, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(page(person)).contains("You get no notices by e-mail.").doesNotContain(address);
        assertThat(anybody.post("/notices/unsubscribe?token=x", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoGaveAnAddressTakesItBackOnThePage() {
        var address = "b" + UUID.randomUUID().toString().substring(0, 8) + "@mail.test";
        var person = place.as("company-owner");
        send(person, "?add", "address", address);
        assertThat(page(person)).contains(address);
        assertThat(page(place.as("several-applications"))).as("another's").doesNotContain(address);
        assertThat(send(person, "?remove", "x", "").statusCode()).isEqualTo(303);
        assertThat(page(person)).doesNotContain(address);
        var stranger =
                place.somebody().browser().post(PAGE + "?add=", Map.of("address", address), "Accept", "text/html");
        assertThat(Browser.location(stranger).getPath()).isEqualTo("/login");
    }
}
