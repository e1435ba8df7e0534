package dev.qapi.mock.mygov;

import static dev.qapi.mock.mygov.Client.VERIFIER;
import static dev.qapi.mock.mygov.Client.json;
import static dev.qapi.mock.mygov.Client.parameter;
import static dev.qapi.mock.mygov.Client.request;
import static dev.qapi.mock.mygov.People.EMRE;
import static dev.qapi.mock.mygov.People.NINO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a client learns about whoever logged in. */
class MyGovClaimsTest {

    private static final MyGov MY_GOV = MyGov.start(People.settings());

    private final Client client = new Client(MY_GOV);

    @AfterAll
    static void stop() {
        MY_GOV.close();
    }

    @Test
    void theIdTokenSaysWhoLoggedIn() throws Exception {
        var tokens = client.tokens(EMRE);
        assertThat(client.verifies(tokens.get("id_token").stringValue())).isTrue();
        var claims = Jwts.claims(tokens, "id_token");
        assertThat(claims.getIssuer()).isEqualTo(MY_GOV.issuer().toString());
        assertThat(claims.getAudience()).containsExactly("qapi-gateway");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getDateClaim("auth_time")).isNotNull();
        assertThat(claims.getStringClaim("given_name")).isEqualTo("Emre");
        assertThat(claims.getStringClaim("family_name")).isEqualTo("Yılmaz");
        assertThat(claims.getStringClaim("birthdate")).isEqualTo("1990-04-12");
        assertThat(claims.getStringClaim("citizenship")).isEqualTo("TUR");
        assertThat(claims.getStringClaim("pin")).isEqualTo("5XK7Q2A");
        assertThat(claims.getJSONObjectClaim("document")).isEqualTo(Map.of("type", "PASSPORT", "number", "C01234567"));
        assertThat(claims.getClaim("companies"))
                .isEqualTo(List.of(Map.of("tax_number", "1400123451", "name", "Bakı Tikinti MMC")));
    }

    @Test
    void aPersonIsAlwaysKnownByTheSamePseudonymAndNotByANumber() {
        var sub = Jwts.claims(client.tokens(EMRE), "id_token").getSubject();
        assertThat(sub)
                .isEqualTo(
                        Jwts.claims(new Client(MY_GOV).tokens(EMRE), "id_token").getSubject())
                .isNotEqualTo(
                        Jwts.claims(new Client(MY_GOV).tokens(NINO), "id_token").getSubject())
                .doesNotContain(EMRE.id())
                .doesNotContain(People.pin(EMRE));
    }

    @Test
    void theUserinfoEndpointSaysWhatTheIdTokenSays() throws Exception {
        var tokens = client.tokens(EMRE);
        var userInfo = json(client.userInfo(tokens.get("access_token").stringValue()));
        var idToken = Jwts.claims(tokens, "id_token");
        assertThat(userInfo.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(Claims.NAMES);
        assertThat(userInfo.get("sub").stringValue()).isEqualTo(idToken.getSubject());
        assertThat(userInfo.at("/document/number").stringValue()).isEqualTo("C01234567");
        assertThat(userInfo.at("/companies/0/tax_number").stringValue()).isEqualTo("1400123451");
    }

    @Test
    void nothingIsToldThatTheClientDidNotAskFor() {
        var request = request();
        request.put("scope", "openid");
        var tokens = json(client.redeem(parameter(client.logIn(EMRE, request), "code"), VERIFIER));
        assertThat(Jwts.claims(tokens, "id_token").getClaims()).doesNotContainKeys("given_name", "pin", "companies");
        assertThat(json(client.userInfo(tokens.get("access_token").stringValue()))
                        .propertyNames())
                .containsExactly("sub");
    }
}
