package dev.qapi.mock.mygov;

import static dev.qapi.mock.mygov.Client.json;
import static dev.qapi.mock.mygov.Client.parameter;
import static dev.qapi.mock.mygov.Client.request;
import static dev.qapi.mock.mygov.People.EMRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The whole of OpenID Connect as a client and a browser meet it, over real HTTP. */
class MyGovTest {

    private static final MyGov MY_GOV = MyGov.start(People.settings());

    private final Client client = new Client(MY_GOV);

    @AfterAll
    static void stop() {
        MY_GOV.close();
    }

    @Test
    void whatItSaysOfItselfIsCompleteAndLeadsToItself() {
        var discovery = client.discovery();
        assertThat(discovery.get("issuer").stringValue())
                .isEqualTo(MY_GOV.issuer().toString());
        assertThat(discovery.properties())
                .filteredOn(entry ->
                        entry.getKey().endsWith("_endpoint") || entry.getKey().equals("jwks_uri"))
                .hasSize(7)
                .allSatisfy(entry -> assertThat(entry.getValue().stringValue()).startsWith(MY_GOV.issuer() + "/"));
        assertThat(texts(discovery, "scopes_supported"))
                .startsWith("openid", "profile", "identity", "companies", "inbox")
                .containsAll(Clients.PORTAL_SCOPES);
        assertThat(texts(discovery, "grant_types_supported"))
                .containsExactly("authorization_code", "refresh_token", "client_credentials");
        assertThat(texts(discovery, "code_challenge_methods_supported")).containsExactly("S256");
        assertThat(texts(discovery, "response_types_supported")).containsExactly("code");
        assertThat(texts(discovery, "claims_supported")).contains("sub", "pin", "document", "companies");
        assertThat(discovery
                        .get("authorization_response_iss_parameter_supported")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aLoginEndsWithTheClientsStateAndTheIssuersName() {
        var back = client.logIn(EMRE, request());
        assertThat(back.toString()).startsWith(Client.CALLBACK + "?");
        assertThat(parameter(back, "state")).isEqualTo("st/ate=1");
        assertThat(parameter(back, "iss")).isEqualTo(MY_GOV.issuer().toString());
    }

    @Test
    void aRefreshTokenWorksOnce() {
        var first = client.tokens(EMRE);
        var second = json(client.refresh(first));
        assertThat(client.verifies(second.get("id_token").stringValue())).isTrue();
        assertThat(Jwts.claims(second, "id_token").getClaim("pin")).isEqualTo("5XK7Q2A");
        assertThat(client.refresh(first).statusCode()).isEqualTo(400);
    }

    @Test
    void aLoginLastsUntilTheLogout() {
        var tokens = client.tokens(EMRE);
        assertThat(Browser.location(client.authorize(request())).toString()).startsWith(Client.CALLBACK + "?code=");
        var logout = UriComponentsBuilder.fromUri(client.endpoint("end_session_endpoint"))
                .queryParam("id_token_hint", tokens.get("id_token").stringValue())
                .queryParam("post_logout_redirect_uri", "http://localhost:8080/")
                .queryParam("state", "bye")
                .build()
                .toUri();
        assertThat(Browser.location(client.browser().get(logout)))
                .isEqualTo(URI.create("http://localhost:8080/?state=bye"));
        assertThat(Browser.location(client.authorize(request(), "Accept", "text/html"))
                        .getPath())
                .isEqualTo("/login");
    }

    @Test
    void someoneWhoIsLoggedInAndDoesNotWantToBeAskedIsNot() {
        client.tokens(EMRE);
        var request = request();
        request.put("prompt", "none");
        assertThat(parameter(Browser.location(client.authorize(request)), "code"))
                .isNotBlank();
        assertThat(parameter(Browser.location(new Client(MY_GOV).authorize(request)), "error"))
                .isEqualTo("login_required");
    }

    private static List<String> texts(JsonNode node, String name) {
        return node.get(name).valueStream().map(JsonNode::stringValue).toList();
    }
}
