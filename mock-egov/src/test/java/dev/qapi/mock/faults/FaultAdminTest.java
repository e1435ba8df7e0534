package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultAdminTest {

    private static Government government;

    @BeforeAll
    static void start() throws IOException {
        government = new Government(new Latency(false, 0));
    }

    @AfterAll
    static void close() {
        government.close();
    }

    private static JsonNode json(String method, String path, String body) throws IOException {
        return new JsonMapper().readTree(government.admin(method, path, body).body());
    }

    @Test
    void tellsWhatThereIsAndWhatIsLive() throws IOException {
        var added = json("POST", "faults", """
                {"fault":"F21","variant":"huge","register":"VMMS","share":0.25,"seconds":600,"window":"22:00-23:00"}""");
        var listing = json("GET", "faults", "");

        assertThat(listing.path("catalogue").size()).isEqualTo(38);
        assertThat(listing.at("/catalogue/13/variants").toString()).isEqualTo("[\"empty\",\"null\",\"no-content\"]");
        var live = listing.at("/live/0");
        assertThat(live).isEqualTo(added);
        assertThat(live.path("variant").stringValue()).isEqualTo("huge");
        assertThat(live.path("system").isNull()).isTrue();
        assertThat(live.path("share").doubleValue()).isEqualTo(0.25);
        assertThat(live.path("window").stringValue()).isEqualTo("22:00-23:00");

        assertThat(json("DELETE", "faults", "").path("live").size()).isZero();
        assertThat(government
                        .admin("DELETE", "faults/" + live.path("id").stringValue(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 |          | fault=F05
            400 |          | []
            400 |          | {"fault":"F05"
            400 | fault    | {}
            400 | fault    | {"fault":5}
            400 | who      | {"fault":"F05","who":"VMMS"}
            400 | share    | {"fault":"F05","share":"half"}
            422 | fault    | {"fault":"F39"}
            422 | variant  | {"fault":"F14","variant":"nil"}
            422 | variant  | {"fault":"F38","variant":"F30","register":"VMMS"}
            422 | register | {"fault":"F38"}
            422 | register | {"fault":"F31","register":"VMMS"}
            422 | operation| {"fault":"F37","operation":"applications/search"}
            422 | share    | {"fault":"F33","share":0.5}
            422 | share    | {"fault":"F05","share":0}
            422 | share    | {"fault":"F05","share":1.5}
            422 | seconds  | {"fault":"F05","seconds":0}
            422 | window   | {"fault":"F05","window":"22 to 23"}
            422 | window   | {"fault":"F05","window":"22:00"}
            422 | system   | {"fault":"F01","system":"ESIA"}
            """)
    void namesTheFieldThatIsWrong(int status, String field, String wish) throws IOException {
        var refused = government.admin("POST", "faults", wish);

        assertThat(refused.statusCode()).isEqualTo(status);
        var error = new JsonMapper().readTree(refused.body());
        assertThat(error.path("field").stringValue()).isEqualTo(field == null ? "" : field);
        assertThat(error.path("message").stringValue()).isNotBlank();
        assertThat(json("GET", "faults", "").path("live").size()).isZero();
    }

    @Test
    void makesARegisterSlowAndQuickAgain() throws IOException {
        var wish = "{\"on\":true,\"registers\":{\"VMMS\":{\"median\":150,\"sigma\":0,\"tail\":0}}}";
        assertThat(json("PUT", "latency", wish).at("/registers/VMMS").toString())
                .isEqualTo("{\"median\":150,\"sigma\":0.0,\"tail\":0.0,\"factor\":6.0}");
        assertThat(government.call().see().heard().took()).isBetween(Duration.ofMillis(150), Duration.ofSeconds(2));
        assertThat(json("PUT", "latency", "{\"on\":false}").path("on").booleanValue())
                .isFalse();
        assertThat(government.call().see().heard().took()).isLessThan(Duration.ofMillis(150));
        assertThat(government.call().see().isGood()).isTrue();
    }

    @Test
    void changesNothingIfAnyLatencyIsWrong() throws IOException {
        var before = json("GET", "latency", "");
        var wish = "{\"on\":true,\"registers\":{\"AVIS\":{\"median\":1},\"VMMS\":{\"sigma\":-1}}}";
        var refused = government.admin("PUT", "latency", wish);
        assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("registers/VMMS/sigma");
        assertThat(json("GET", "latency", "")).isEqualTo(before);
    }
}
