package dev.qapi.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Webhook.Outcome;
import dev.qapi.eservice.Webhook.State;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address that a portal names leads inside, however it is written and whatever its name is resolved to. */
class OutwardsOnlyTests {

    private final Receiver inside = new Receiver();
    private final WebhookNames names = new WebhookNames(Peppers.any());

    @AfterEach
    void close() {
        inside.close();
    }

    private Courier courier(boolean loopback) {
        var answer = loopback ? PostOffice.ANSWER : Duration.ofMillis(500); // name servers may be out of reach
        return new Courier(names, PostOffice.properties(loopback, answer), new MovableClock());
    }

    private Courier.Attempted sent(Courier courier, WebhookAddress address) {
        var sealed = names.sealed("wh_1", address);
        var webhook =
                new StoredWebhook("wh_1", "x", sealed, Instant.EPOCH, State.ACTIVE, Instant.EPOCH, 0, 0, null, null);
        return PostOffice.now(courier.send(webhook, Message.challenge("word", Instant.EPOCH)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "0",
                "0.0.0.0",
                "127.255.255.254",
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001::80ff:fffe]",
                "[fe80::1]",
                "[fc00::1]",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "224.0.0.1",
                "255.255.255.255"
            })
    void insideIsNotReached(String host) {
        WebhookAddress address;
        try {
            address = WebhookAddress.of("http://" + host + ":" + inside.port() + "/");
        } catch (IllegalArgumentException refusedAtOnce) {
            return;
        }
        var attempted = sent(courier(false), address);
        assertThat(attempted.outcome()).isIn(Outcome.UNREACHABLE, Outcome.NO_ANSWER);
        assertThat(inside.got).isEmpty();
    }

    /** Else the test above would show nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void whereLoopbackIsGoodItIsReached(String host) {
        assertThat(sent(courier(true), WebhookAddress.of("http://" + host + ":" + inside.port() + "/"))
                        .status())
                .isEqualTo(200);
    }
}
