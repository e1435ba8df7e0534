package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody could decide is not taken, and what is taken is told everywhere alike. */
class FilingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final MockEgov EGOV = MockEgov.start(Settings.quick(NOON));
    private static final Call CALL = new Call(EGOV);
    private static final Systems SYSTEMS = new Systems(CALL);
    private static final String WORKER =
            "\"documentType\":\"PASSPORT\",\"documentNumber\":\"M70345612\",\"birthDate\":\"1981-03-17\",\"citizenship\":\"KOR\"";

    @AfterAll
    static void close() {
        EGOV.close();
    }

    @BeforeEach
    void beginAnew() throws IOException {
        CALL.send("POST", "/__admin/egov/reset", "");
    }

    private static String file(String reference, String rest) throws IOException {
        var body = "{" + WORKER + ",\"clientReference\":\"" + reference + "\"," + rest + "}";
        return SYSTEMS.ask("VMMS", "/applications/file", body).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "kind":"WP","workingDays":1,"months":12,"taxNumber":"1500023451","occupation":"7522"  | NoSuchTerm
            "kind":"WP","workingDays":20,"months":24,"taxNumber":"1500023451","occupation":"7522" | NoSuchTerm
            "kind":"TRP","workingDays":3,"months":12                                              | NoSuchTerm
            "kind":"EXT","workingDays":20,"days":30                                               | NoSuchTerm
            "kind":"WP","workingDays":20,"months":12                                              | NoEmployer
            "kind":"WP","workingDays":20,"taxNumber":"9900023451","occupation":"7522"             | NoEmployer
            "kind":"WP","workingDays":20,"taxNumber":"1500023451","occupation":"0001"             | QuotaUsedUp
            "kind":"WP","workingDays":20,"taxNumber":"1400012341","occupation":"7114"             | QuotaUsedUp
            """)
    void whatCannotBeDecidedIsRefused(String wish, String why) throws IOException {
        assertThat(file("filing-0001", wish)).contains("Application." + why);
        assertThat(SYSTEMS.ask("VMMS", "/charges/search", "{" + WORKER + "}").toString())
                .doesNotContain("9900001");
    }

    @Test
    void theLastPlaceIsGivenOnce() throws IOException {
        var wish = "\"kind\":\"WP\",\"workingDays\":20,\"taxNumber\":\"1800056781\",\"occupation\":\"2142\"";
        for (var reference : List.of("filing-0002", "filing-0003", "filing-0004")) {
            assertThat(file(reference, wish)).contains("FILED");
        }
        assertThat(file("filing-0005", wish)).contains("QuotaUsedUp");
        assertThat(file("filing-0004", wish)).contains("FILED");
    }

    @Test
    void vmmsSaysOnWhichDayAFineWasPaid() throws IOException {
        SYSTEMS.ask(
                "GPP",
                "/payments",
                "{\"clientReference\":\"filing-0009\",\"paymentNumber\":\"826288104467\",\"amount\":\"350.00\"}");
        assertThat(SYSTEMS.ask("VMMS", "/charges/search", "{\"paymentNumber\":\"826288104467\"}")
                        .at("/charges/0/paidOn")
                        .asString(""))
                .isEqualTo("2026-11-24");
    }

    @ParameterizedTest
    @CsvSource({"P11Y,400", "PT99999999999999999S,400", "P999999999D,400", "P9Y,200"})
    void theClockGoesNoFurtherThanLivesAreWritten(String forward, int status) throws IOException {
        var answer = CALL.send("PUT", "/__admin/egov/clock", "{\"forward\":\"" + forward + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        var again = CALL.send("PUT", "/__admin/egov/clock", "{\"forward\":\"P9Y\"}");
        assertThat(again.statusCode()).isEqualTo(status == 400 ? 200 : 400);
    }

    @ParameterizedTest
    @CsvSource({"scope=vmms+vmms,200", "scope=%25zz,400"})
    void aTokenIsGivenOrRefusedAndNeverAnAccident(String scope, int status) throws IOException {
        var answer = CALL.send(
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials&" + scope,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic cWFwaS1nYXRld2F5OnNhbmRib3g=");
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
