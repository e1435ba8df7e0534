package dev.qapi.mock.exchange;

import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PUT;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.qapi.contract.Persona;
import dev.qapi.mock.registers.Government;
import dev.qapi.mock.registers.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Moves the country's clock, begins it anew, and tells who lives in it, below {@code /__admin/egov}. */
final class GovernmentAdmin implements AdminApiExtension {

    /** Some years after the end of every made-up life. */
    private static final Duration FURTHEST = Duration.ofDays(3_653);

    private final Government government;
    private final Calls calls;
    private final Runnable reset;

    /** @param reset what is to be made good beside the country itself */
    GovernmentAdmin(Government government, Calls calls, Runnable reset) {
        this.government = government;
        this.calls = calls;
        this.reset = reset;
    }

    @Override
    public String getName() {
        return "egov-government";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(GET, "/egov/clock", (admin, call, path) -> clock());
        router.add(PUT, "/egov/clock", (admin, call, path) -> move(call.getRequest()));
        router.add(POST, "/egov/reset", (admin, call, path) -> {
            government.reset();
            reset.run();
            return clock();
        });
        router.add(GET, "/egov/calls", (admin, call, path) -> json(200, Json.of(calls.latest())));
        router.add(GET, "/egov/personas", (admin, call, path) -> personas());
    }

    private ResponseDefinition clock() {
        return json(
                200,
                Json.object()
                        .put("now", Json.text(government.now()))
                        .put("moved", government.moved().toString()));
    }

    private ResponseDefinition move(Request request) {
        var by = Json.read(request.getBody())
                .flatMap(GovernmentAdmin::duration)
                .filter(it -> it.compareTo(FURTHEST) <= 0)
                .filter(it -> government.moved().plus(it).compareTo(FURTHEST) <= 0);
        if (by.isEmpty()) {
            return json(
                    400,
                    Json.object()
                            .put("field", "forward")
                            .put("message", "Say how far, as ISO 8601 writes it: P40D, PT6H; ten years at most."));
        }
        government.move(by.get());
        return clock();
    }

    private static Optional<Duration> duration(JsonNode body) {
        var text = body.path("forward").asString("");
        try {
            return Optional.of(
                            text.contains("T")
                                    ? Duration.parse(text)
                                    : Duration.ofDays(Period.parse(text).toTotalMonths() * 30
                                            + Period.parse(text).getDays()))
                    .filter(Duration::isPositive);
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    private ResponseDefinition personas() {
        var list = Json.array();
        Persona.all()
                .forEach(it -> list.addObject()
                        .put("name", it.name())
                        .put("situation", it.situation("en"))
                        .put("documentType", it.document().type().name())
                        .put("documentNumber", it.document().number().reveal())
                        .put("birthDate", it.birthDate().reveal())
                        .put("citizenship", it.citizenship().reveal()));
        return json(200, list);
    }

    private static ResponseDefinition json(int status, JsonNode body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(Json.bytes(body))
                .build();
    }
}
