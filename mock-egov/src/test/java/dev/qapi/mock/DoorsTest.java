package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each system has a door of its own, and what is broken about one is broken about no other. */
class DoorsTest {

    private static final MockEgov EGOV = MockEgov.start(Settings.quick(Clock.systemUTC()));
    private static final Call ADMIN = new Call(EGOV);

    @AfterAll
    static void close() {
        EGOV.close();
    }

    @BeforeEach
    void heal() throws IOException {
        ADMIN.send("DELETE", "/__admin/egov/faults", null);
    }

    @Test
    void aRegisterIsReachedOverTheOtherSystemWhileOneIsDead() throws Exception {
        inject("{\"fault\":\"F01\",\"system\":\"EHIS\"}");
        assertThatIOException().isThrownBy(this::overEhis);
        assertThat(overTheBridge().statusCode()).isEqualTo(200);

        heal();
        assertThat(overEhis().statusCode()).isEqualTo(200);
        assertThat(Systems.withoutAsOf(Call.json(overEhis())))
                .isEqualTo(Systems.withoutAsOf(Call.json(overTheBridge())));
    }

    @Test
    void aRegisterFailsForItselfWhicheverWayItIsReached() throws Exception {
        inject("{\"fault\":\"F20\",\"variant\":\"502\",\"register\":\"VMMS\"}");
        assertThat(overEhis().statusCode()).isEqualTo(502);
        assertThat(overTheBridge().statusCode()).isEqualTo(502);
        assertThat(send("EHIS", "/r1/AZ/GOV/DSX/IAMAS/persons/search", "X-Road-Client", "A")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneCallAsksForAFaultOfItsOwn() throws Exception {
        var answer = send("EHIS", Call.SEARCH, "X-Road-Client", "A", "Qapi-Fault", "F14:null@VMMS");
        assertThat(answer.body()).isEqualTo("null");
        assertThat(overEhis().body()).startsWith("{\"outcome\"");
    }

    @Test
    void theBridgeWantsATokenOfItsOwnForTheVeryRegister() throws Exception {
        var without = send("ASAN_BRIDGE", "/bridge/v1/vmms/applications/search");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("X-Bridge-Error")).contains("UNAUTHORIZED");
        assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();

        var narrow = Call.json(token("grant_type=client_credentials&scope=iamas"))
                .path("access_token")
                .stringValue();
        var wrong = send("ASAN_BRIDGE", "/bridge/v1/vmms/applications/search", "Authorization", "Bearer " + narrow);
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.headers().firstValue("X-Bridge-Error")).contains("FORBIDDEN");

        var unknown = send("ASAN_BRIDGE", "/bridge/v1/gpp/bills/search", "Authorization", "Bearer " + narrow);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(token("grant_type=password").statusCode()).isEqualTo(400);
        assertThat(token("grant_type=client_credentials&scope=gpp").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theBridgeEchoesTheCallersNumberAndMakesOneForWhoHasNone() throws Exception {
        var with = send("ASAN_BRIDGE", "/bridge/v1/vmms/applications/search", "X-Correlation-Id", "case-7");
        assertThat(with.headers().firstValue("X-Correlation-Id")).contains("case-7");
        var without = send("ASAN_BRIDGE", "/bridge/v1/vmms/applications/search");
        assertThat(without.headers().firstValue("X-Correlation-Id")).isPresent();
    }

    @Test
    void thePageShowsWhatIsThereAndWhatIsBrokenInThreeLanguages() throws Exception {
        inject("{\"fault\":\"F03\",\"register\":\"AVIS\",\"system\":\"EHIS\"}");
        overTheBridge();
        for (var language : List.of("az", "ru", "en")) {
            var page = ADMIN.send("GET", "/?lang=" + language, null);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(page.body())
                    .contains("<html lang=\"" + language + "\">")
                    .contains("F03: accepts, never answers")
                    .contains("AVIS/EHIS/*")
                    .contains("residence-under-review", "quota-sixty-percent")
                    .contains("VMMS", "DOCUMENT_FLOW", "restrictions/search", EGOV.address("ASAN_BRIDGE"))
                    .contains("<td>ASAN_BRIDGE</td><td>VMMS</td><td>applications/search</td><td>200</td>")
                    .doesNotContain("{{", "ZZ9999999");
        }
        assertThat(ADMIN.send("GET", "/?lang=az", null).body()).contains("Simulyasiya edilmiş dövlət");
        assertThat(ADMIN.send("GET", "/?lang=%3Cscript%3E", null).body()).contains("lang=\"en\"");
    }

    @Test
    void recentCallsTellNobodysIdentifiers() throws Exception {
        overEhis();
        var calls = ADMIN.send("GET", "/__admin/egov/calls", null).body();
        assertThat(calls).contains("applications/search").doesNotContain("ZZ9999999", "1971");
    }

    @Test
    void myGovIsBehindItsDoorWithThePersonasAndFailsLikeTheOthers() throws Exception {
        var discovery = URI.create(EGOV.address("MYGOV") + "/.well-known/openid-configuration");
        var found = Call.json(get(discovery));
        assertThat(found.path("issuer").stringValue()).isEqualTo(EGOV.address("MYGOV"));
        var login = get(URI.create(EGOV.address("MYGOV") + "/login?lang=en"));
        assertThat(login.body()).contains("residence-under-review");

        inject("{\"fault\":\"F20\",\"system\":\"MYGOV\",\"operation\":\"oauth2/jwks\"}");
        assertThat(get(URI.create(found.path("jwks_uri").stringValue())).statusCode())
                .isEqualTo(500);
        assertThat(get(discovery).statusCode()).isEqualTo(200);
        heal();
        assertThat(get(URI.create(found.path("jwks_uri").stringValue())).statusCode())
                .isEqualTo(200);
        inject("{\"fault\":\"F01\",\"system\":\"MYGOV\"}");
        assertThatIOException().isThrownBy(() -> get(discovery));
    }

    @Test
    void myGovChangesItsKeysOnDemand() throws Exception {
        var before =
                Call.json(ADMIN.send("GET", "/__admin/egov/mygov/keys", null)).path("keys");
        assertThat(ADMIN.send("POST", "/__admin/egov/mygov/keys", "").statusCode())
                .isEqualTo(201);
        var after =
                Call.json(ADMIN.send("GET", "/__admin/egov/mygov/keys", null)).path("keys");
        assertThat(after.size()).isEqualTo(before.size() + 1);
        assertThat(after.path(1)).isEqualTo(before.path(0));
        var signing = after.path(0).stringValue();
        assertThat(ADMIN.send("DELETE", "/__admin/egov/mygov/keys/" + signing, null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(ADMIN.send("DELETE", "/__admin/egov/mygov/keys/none", null).statusCode())
                .isEqualTo(404);
        ADMIN.send("DELETE", "/__admin/egov/mygov/keys", null);
        assertThat(Call.json(ADMIN.send("GET", "/__admin/egov/mygov/keys", null))
                        .path("keys")
                        .size())
                .isEqualTo(1);
    }

    private static void inject(String fault) throws IOException {
        assertThat(ADMIN.send("POST", "/__admin/egov/faults", fault).statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> overEhis() throws IOException {
        return send("EHIS", Call.SEARCH, "X-Road-Client", "A");
    }

    private HttpResponse<String> overTheBridge() throws IOException {
        var token = Call.json(token("grant_type=client_credentials"))
                .path("access_token")
                .stringValue();
        return send("ASAN_BRIDGE", "/bridge/v1/vmms/applications/search", "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> token(String form) throws IOException {
        return Call.sendTo(
                EGOV.address("ASAN_BRIDGE") + "/oauth2/token",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic cWFwaS1nYXRld2F5OnNhbmRib3g=");
    }

    private static HttpResponse<String> send(String system, String path, String... headers) throws IOException {
        return Call.sendTo(EGOV.address(system) + path, Call.STRANGER, headers);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
