package dev.qapi.gateway.matrix;

import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The simulated government and the hand that breaks its exchange layers. */
final class Governing implements AutoCloseable {

    private static final Duration THINKS_SLOW = Duration.ofSeconds(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final StoppedClock clock = new StoppedClock();
    private final MockEgov government = MockEgov.start(settings(clock));

    private static Settings settings(StoppedClock clock) {
        var quick = Settings.quick(clock).forPatience(THINKS_SLOW);
        return new Settings(
                quick.bind(),
                quick.port(),
                clock,
                Population.SEED,
                Population.SIZE,
                Population.DISAGREEMENT,
                quick.patience(),
                false,
                quick.vmmsLag(),
                quick.iamasLag(),
                quick.gateway(),
                null,
                null);
    }

    StoppedClock clock() {
        return clock;
    }

    Map<String, Object> properties() {
        return government.gatewayProperties();
    }

    /** @param allWays both exchange layers, or the first one only */
    void breaks(FaultCase fault, boolean allWays) {
        for (var system : allWays ? List.of("EHIS", "ASAN_BRIDGE") : List.of("EHIS")) {
            var status = admin(
                    "POST",
                    "{\"fault\":\"%s\",\"variant\":\"%s\",\"system\":\"%s\",\"seconds\":100000}"
                            .formatted(fault.fault(), fault.variant(), system));
            if (status != 201) {
                throw new IllegalStateException(fault + " cannot be had: " + status);
            }
        }
    }

    void heals() {
        admin("DELETE", "");
    }

    private int admin(String method, String body) {
        var request = HttpRequest.newBuilder(URI.create(government.baseUrl() + "/__admin/egov/faults"))
                .method(method, BodyPublishers.ofString(body));
        try {
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        government.close();
    }
}
