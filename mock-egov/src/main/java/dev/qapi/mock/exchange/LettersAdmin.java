package dev.qapi.mock.exchange;

import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.qapi.mock.registers.Government;
import dev.qapi.mock.registers.Json;
import dev.qapi.mock.registers.LettersInbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a letter in a portal, as its owner would, at {@code /__admin/egov/letters}; tells what became of it below that. */
final class LettersAdmin implements AdminApiExtension {

    private final Government government;

    LettersAdmin(Government government) {
        this.government = government;
    }

    @Override
    public String getName() {
        return "egov-letters";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(
                POST,
                "/egov/letters",
                (admin, call, path) ->
                        Json.read(call.getRequest().getBody()).map(this::write).orElseGet(LettersAdmin::refused));
        router.add(
                GET,
                "/egov/letters/{id}",
                (admin, call, path) -> government
                        .takenAs(path.getOrDefault("id", ""))
                        .map(number -> json(200, Json.object().put("number", number)))
                        .orElseGet(() -> json(404, Json.object().put("message", "Nobody has taken such a letter."))));
    }

    private ResponseDefinition write(JsonNode body) {
        var inbox = body.path("inbox").asString("");
        return LettersInbox.NAMES.contains(inbox) && body.path("letter") instanceof ObjectNode letter
                ? json(201, Json.object().put("id", government.write(inbox, letter)))
                : refused();
    }

    private static ResponseDefinition refused() {
        return json(
                400,
                Json.object()
                        .put("field", "inbox, letter")
                        .put("message", "Name an inbox of " + LettersInbox.NAMES + " and give a letter."));
    }

    private static ResponseDefinition json(int status, JsonNode body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(Json.bytes(body))
                .build();
    }
}
