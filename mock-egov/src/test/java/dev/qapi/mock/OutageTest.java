package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The recipes of the README: how to make a register slow, broken or dead, and well again. */
class OutageTest {

    private static final MockEgov EGOV = MockEgov.start(0);
    private static final Call CALL = new Call(EGOV);

    @AfterAll
    static void close() {
        EGOV.close();
    }

    @Test
    void aRegisterIsCutOffAndConnectedAgain() throws IOException {
        var outage = inject("\"fault\": \"CONNECTION_RESET_BY_PEER\"");
        assertThatIOException().isThrownBy(() -> CALL.search(Call.STRANGER));
        CALL.send("DELETE", "/__admin/mappings/" + outage, null);
        assertThat(CALL.search(Call.STRANGER).statusCode()).isEqualTo(200);
    }

    @Test
    void aRegisterIsSlowedAndHurriedAgain() throws IOException {
        var outage = inject("\"status\": 503, \"fixedDelayMilliseconds\": 300");
        var before = System.nanoTime();
        assertThat(CALL.search(Call.STRANGER).statusCode()).isEqualTo(503);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
        CALL.send("DELETE", "/__admin/mappings/" + outage, null);
        assertThat(CALL.search(Call.STRANGER).statusCode()).isEqualTo(200);
    }

    @Test
    void aResetOfTheStubsEndsEveryOutage() throws IOException {
        inject("\"status\": 500");
        assertThat(CALL.search(Call.STRANGER).statusCode()).isEqualTo(500);
        CALL.send("POST", "/__admin/mappings/reset", null);
        assertThat(CALL.search(Call.STRANGER).statusCode()).isEqualTo(200);
    }

    @Test
    void callsCanBeCounted() throws IOException {
        CALL.send("DELETE", "/__admin/requests", null);
        CALL.search(Call.STRANGER);
        var count = CALL.send("POST", "/__admin/requests/count", "{\"urlPath\": \"" + Call.SEARCH + "\"}");
        assertThat(Call.json(count).path("count").intValue()).isEqualTo(1);
    }

    private static String inject(String response) throws IOException {
        var stub = "{\"request\": {\"urlPathPattern\": \"/r1/.*/VMMS/.*\"}, \"response\": {" + response + "}}";
        var added = CALL.send("POST", "/__admin/mappings", stub);
        assertThat(added.statusCode()).isEqualTo(201);
        return Call.json(added).path("id").stringValue();
    }
}
