package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Exchange;
import dev.qapi.contract.Operation;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class RegistersTest {

    private static final MockEgov EGOV =
            MockEgov.start(Settings.quick(Clock.fixed(Instant.parse("2026-11-24T20:00:00Z"), ZoneOffset.UTC)));
    private static final Call CALL = new Call(EGOV);

    static Stream<Exchange> exchanges() {
        return Contract.all().stream()
                .flatMap(Contract::operations)
                .filter(operation -> !operation.path().startsWith(Contract.PUBLIC))
                .flatMap(Operation::exchanges);
    }

    @AfterAll
    static void close() {
        EGOV.close();
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void answerEveryExampleAsOfNow(Exchange exchange) throws IOException {
        var response = CALL.send(
                exchange.method(),
                exchange.path(),
                Call.json(exchange.request()).toPrettyString(),
                "X-Road-Client",
                "A");

        assertThat(response.statusCode()).isEqualTo(exchange.status());
        assertThat(response.headers().firstValue("Content-Type")).contains(exchange.mediaType());
        var answer = (ObjectNode) Call.json(response);
        assertThat(answer.path("asOf").stringValue()).isEqualTo("2026-11-25T00:00:00+04:00");
        assertThat(answer.remove("asOf")).isNotNull();
        assertThat(answer).isEqualTo(((ObjectNode) Call.json(exchange.answer())).without("asOf"));
    }

    @Test
    void knowTheApplicationsOfNobodyElse() throws IOException {
        var response = CALL.search(Call.STRANGER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("""
                        {"outcome":"NO_MATCH","asOf":"2026-11-25T00:00:00+04:00","complete":true,\
                        "subject":{"documentNumber":"ZZ9999999","birthDate":"1971","citizenship":"BGR"},"applications":[]}""");
    }

    @Test
    void echoWhatWasAskedAndNothingElse() throws IOException {
        var numbered = Call.STRANGER.replace("}", ",\"applicationNumber\":\"MR-2026-0000001\"}");

        assertThat(Call.json(CALL.search(numbered))
                        .at("/subject/applicationNumber")
                        .stringValue())
                .isEqualTo("MR-2026-0000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{}",
                "{\"documentType\":\"PASSPORT\"}",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":7,\"birthDate\":\"1971\",\"citizenship\":\"BGR\"}",
                "{\"documentType\":null,\"documentNumber\":\"7\",\"birthDate\":\"1971\",\"citizenship\":\"BGR\"}",
                Call.STRANGER + "}",
                "{\"citizenship\":\"TUR\"," + "\"documentType\":\"PASSPORT\",\"documentNumber\":\"ZZ9999999\","
                        + "\"birthDate\":\"1971\",\"citizenship\":\"BGR\"}",
                "{\"fin\":\"1\",\"documentType\":\"PASSPORT\",\"documentNumber\":\"ZZ9999999\","
                        + "\"birthDate\":\"1971\",\"citizenship\":\"BGR\"}"
            })
    void refuseWhatIsNoSearchWithoutBlamingTheExchangeLayer(String body) throws IOException {
        var response = CALL.search(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("X-Road-Error")).isEmpty();
        assertThat(Call.json(response).propertyNames()).containsExactly("type", "message", "detail");
        assertThat(response.body()).doesNotContain("ZZ9999999");
    }

    @Test
    void answerARegisterThatNobodyHasSimulatedAsItsContractSays() throws IOException {
        var other = CALL.send(
                "POST", "/r1/AZ/GOV/POST/PARCELS/parcels/search", "{\"number\":\"P-2\"}", "X-Road-Client", "A");

        assertThat(other.body())
                .isEqualTo(
                        "{\"outcome\":\"NO_MATCH\",\"asOf\":\"2026-11-25T00:00:00+04:00\",\"subject\":{\"number\":\"P-2\"}}");
        assertThat(other.headers().firstValue("X-Road-Service")).contains("AZ/GOV/POST/PARCELS/parcels");
    }
}
