package dev.qapi.mock.mygov;

import static dev.qapi.mock.mygov.Client.VERIFIER;
import static dev.qapi.mock.mygov.Client.json;
import static dev.qapi.mock.mygov.Client.parameter;
import static dev.qapi.mock.mygov.Client.request;
import static dev.qapi.mock.mygov.People.EMRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a careless or a hostile client meets. */
class MyGovRefusalTest {

    private static final MyGov MY_GOV = MyGov.start(People.settings());

    private final Client client = new Client(MY_GOV);

    @AfterAll
    static void stop() {
        MY_GOV.close();
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        var tokens = client.tokens(EMRE);
        assertThat(Jwts.jwt(tokens, "access_token").getHeader().getType().getType())
                .isEqualTo("at+jwt");
        assertThat(client.userInfo(tokens.get("id_token").stringValue()).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"code_challenge, invalid_request", "scope, invalid_scope"})
    void aRequestThatIsNotAllowedComesBackAsAnErrorOfThisIssuer(String parameter, String error) {
        var request = request();
        request.remove(parameter);
        if (error.equals("invalid_scope")) {
            request.put(parameter, "openid inbox");
        }
        var back = Browser.location(client.authorize(request));
        assertThat(back.toString()).startsWith(Client.CALLBACK + "?");
        assertThat(parameter(back, "error")).isEqualTo(error);
        assertThat(parameter(back, "iss")).isEqualTo(MY_GOV.issuer().toString());
    }

    @Test
    void nobodyIsSentToAnAddressThatWasNotAgreed() {
        var request = request();
        request.put("redirect_uri", "http://localhost:8080/elsewhere");
        var refusal = client.authorize(request);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.headers().firstValue("Location")).isEmpty();
        assertThat(refusal.body()).doesNotContain("Tomcat").doesNotContain("elsewhere");
    }

    @Test
    void aCodeIsForWhoeverAskedForIt() {
        var code = parameter(client.logIn(EMRE, request()), "code");
        var refusal = client.redeem(code, "another-verifier-that-is-long-enough-for-the-rule-of-43");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(json(refusal).get("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeUsedTwiceTakesBackWhatItGave() {
        var code = parameter(client.logIn(EMRE, request()), "code");
        var tokens = json(client.redeem(code, VERIFIER));
        assertThat(client.redeem(code, VERIFIER).statusCode()).isEqualTo(400);
        assertThat(client.userInfo(tokens.get("access_token").stringValue()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aClientProvesWhoItIs() {
        var form = Map.of("grant_type", "client_credentials", "scope", "inbox");
        var wrong = Client.basic("qapi-inbox", "qapi-gateway-secret");
        assertThat(client.browser()
                        .post(client.endpoint("token_endpoint"), form, "Authorization", wrong)
                        .statusCode())
                .isEqualTo(401);
    }
}
