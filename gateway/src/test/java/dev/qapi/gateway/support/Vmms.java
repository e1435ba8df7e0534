package dev.qapi.gateway.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.qapi.gateway.stores.OwnRedis;
import java.util.function.UnaryOperator;

/** VMMS behind EHİS, made to say or do whatever a test wants; by itself it knows everybody. */
public final class Vmms {

    /** A whole and true reply, as WireMock's templates: about the very person asked for, from this moment. */
    public static final String GOOD = """
            {"outcome":"MATCHED","asOf":"{{now}}","complete":true,\
            "subject":{"documentNumber":"{{jsonPath request.body '$.documentNumber'}}",\
            "birthDate":"{{jsonPath request.body '$.birthDate'}}","citizenship":"{{jsonPath request.body '$.citizenship'}}"},\
            "applications":[{"number":"MR-2026-0000001","kind":"TRP","status":"130","statusSince":"2026-11-09",\
            "holder":"DMX","waitingFor":[],"issued":[],"history":[{"status":"130","at":"2026-11-09T09:30:00+04:00"}]}]}""";

    private final WireMockServer server;

    public Vmms() {
        this(options -> options.port(OwnRedis.freePort()));
    }

    public Vmms(UnaryOperator<WireMockConfiguration> listening) {
        server = new WireMockServer(
                listening.apply(options().globalTemplating(true).containerThreads(64)));
        server.start();
        recover();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public void recover() {
        server.resetAll();
        says(GOOD);
    }

    /** Every call is answered 200 with that body. */
    public void says(String body) {
        replies(reply -> reply.withBody(body));
    }

    /** Every call is answered with a good reply, changed so. */
    public void replies(UnaryOperator<ResponseDefinitionBuilder> change) {
        server.stubFor(post(anyUrl()).willReturn(change.apply(good())));
    }

    /** The next call is answered so, and all after it well. */
    public void failsOnce(UnaryOperator<ResponseDefinitionBuilder> change) {
        server.stubFor(post(anyUrl())
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(change.apply(good())));
    }

    private static ResponseDefinitionBuilder good() {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withHeader("X-Road-Id", "{{request.headers.X-Road-Id}}")
                .withHeader("X-Road-Request-Hash", "sha-512:c2VlbiBieSBFSElT")
                .withBody(GOOD);
    }

    public int calls() {
        return server.countRequestsMatching(postRequestedFor(anyUrl()).build()).getCount();
    }

    public void forgetCalls() {
        server.resetRequests();
    }

    /** Refuses connections from now on. */
    public void stop() {
        server.stop();
    }

    /** On the same port again. */
    public void start() {
        server.start();
        recover();
    }

    public WireMockServer wire() {
        return server;
    }
}
