package dev.qapi.gateway.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.qapi.gateway.stores.OwnRedis;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** VMMS behind ASAN Bridge, and the bridge's token endpoint, which gives another token each time. */
public final class Bridge implements AutoCloseable {

    /** Every token begins so. */
    public static final String TOKEN = "TOKEN77CANARY";

    public static final String SECRET = "SECRET77CANARY&=+ ü";

    private static final String CALLS = "/bridge/v1/vmms/.*";

    private final WireMockServer server = new WireMockServer(
            options().port(OwnRedis.freePort()).globalTemplating(true).containerThreads(64));

    public Bridge() {
        start();
    }

    /** What a gateway is to be told about it, and these as well. */
    public String[] properties(String... others) {
        return Stream.concat(
                        Stream.of(
                                "qapi.asan-bridge.url=http://127.0.0.1:" + server.port(),
                                "qapi.asan-bridge.client-id=qapi",
                                "qapi.asan-bridge.client-secret=" + SECRET),
                        Stream.of(others))
                .toArray(String[]::new);
    }

    public void recover() {
        server.resetAll();
        grants(token -> token);
        replies(reply -> reply);
    }

    /** Every question for a token is answered with a good one, changed so. */
    public void grants(UnaryOperator<ResponseDefinitionBuilder> change) {
        server.stubFor(post(urlEqualTo("/oauth2/token"))
                .withBasicAuth("qapi", "SECRET77CANARY%26%3D%2B+%C3%BC")
                .withFormParam("grant_type", equalTo("client_credentials"))
                .willReturn(change.apply(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"access_token\":\"" + TOKEN + "-{{randomValue length=20 type='ALPHANUMERIC'}}\","
                                + "\"token_type\":\"Bearer\",\"expires_in\":300}"))));
    }

    /** Every call is answered with a good reply, changed so. */
    public void replies(UnaryOperator<ResponseDefinitionBuilder> change) {
        server.stubFor(call().willReturn(change.apply(good())));
    }

    /** From now on the bridge refuses whoever has the token that it gave last. */
    public void withdrawsToken() {
        server.stubFor(call().withHeader("Authorization", equalTo(bearers().getLast()))
                .willReturn(aResponse().withStatus(401).withHeader("X-Bridge-Error", "invalid_token")));
    }

    private static MappingBuilder call() {
        return post(urlMatching(CALLS)).withHeader("Authorization", matching("Bearer " + TOKEN + ".+"));
    }

    private static ResponseDefinitionBuilder good() {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withHeader("X-Correlation-Id", "{{request.headers.X-Correlation-Id}}")
                .withHeader("X-Road-Request-Hash", "sha-512:bm9uZSBvZiBFSElT")
                .withBody(Vmms.GOOD);
    }

    public List<LoggedRequest> calls() {
        return server.findAll(postRequestedFor(urlMatching(CALLS)));
    }

    public List<String> bearers() {
        return calls().stream().map(call -> call.getHeader("Authorization")).toList();
    }

    /** How often a token was asked for. */
    public int tokens() {
        return server.findAll(postRequestedFor(urlEqualTo("/oauth2/token"))).size();
    }

    public void forgetCalls() {
        server.resetRequests();
    }

    /** On the same port each time. */
    public void start() {
        server.start();
        recover();
    }

    @Override
    public void close() {
        server.stop();
    }
}
