package dev.qapi.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.json.StrictJson;
import dev.qapi.gateway.support.Bars;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Vmms;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** An all-clear that lies in a store, however it came there, is never told. */
@GatewayTest
class NeverKeptTests {

    private static final String SLICE = "dev.qapi.services.restrictions.";
    private static final JsonMapper json = StrictJson.forRegisters();

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    NearStore near;

    @Autowired
    RedisStore far;

    @Autowired
    Clock clock;

    private Bars bars;

    @BeforeEach
    void seeded() throws ClassNotFoundException {
        vmms.recover();
        bars = new Bars(vmms.wire());
        seed(Class.forName(SLICE + "Iamas$Reply"), Register.IAMAS);
        seed(Class.forName(SLICE + "Enforcement$Reply"), Register.ENFORCEMENT);
    }

    private <R> void seed(Class<R> type, Register register) throws ClassNotFoundException {
        var now = clock.instant();
        var person = (Inquiry) json.readValue(Bars.ASKED_OF_REGISTERS, Class.forName(SLICE + "Person"));
        var reply = json.readValue(Bars.none(now), type);
        var kept = new Kept<>(reply, now, new Provenance(register, Register.EHIS, now, null));
        var question = new Question<>(type, person);
        near.keep(question, kept, Duration.ofHours(1)).block();
        far.keep(question, kept, Duration.ofHours(1)).block();
        assertThat(near.find(question).block()).isNotNull();
    }

    @Test
    void aRestrictionImposedSinceIsTold() {
        bars.restricts(Register.IAMAS);
        bars.none(Register.ENFORCEMENT);
        assertThat(Bars.check(http, Bars.ASKED).at("/data/verdict").asString()).isEqualTo("RESTRICTED");
    }

    @Test
    void nothingStandsInForARegisterThatIsDown() {
        bars.none(Register.IAMAS);
        bars.replies(Register.ENFORCEMENT, NeverKeptTests::down);
        var problem = Bars.check(http, Bars.ASKED);
        assertThat(problem.path("code").asString()).isEqualTo("09006");
        assertThat(problem.has("data")).isFalse();
    }

    @Test
    void everyQuestionIsAskedAnew() {
        bars.none(Register.IAMAS);
        bars.none(Register.ENFORCEMENT);
        vmms.forgetCalls();
        Bars.check(http, Bars.ASKED);
        Bars.check(http, Bars.ASKED);
        assertThat(vmms.calls()).isEqualTo(4);
    }

    private static ResponseDefinitionBuilder down(ResponseDefinitionBuilder reply) {
        return reply.withStatus(500);
    }
}
