package dev.qapi.mock.exchange;

import static com.github.tomakehurst.wiremock.http.RequestMethod.DELETE;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.qapi.mock.mygov.MyGov;
import dev.qapi.mock.registers.Json;
import java.util.List;
import java.util.function.Supplier;

/** Changes the keys that myGov signs with, at {@code /__admin/egov/mygov/keys}. */
final class MyGovAdmin implements AdminApiExtension {

    private static final String KEYS = "/egov/mygov/keys";

    private final Supplier<MyGov> myGov;

    MyGovAdmin(Supplier<MyGov> myGov) {
        this.myGov = myGov;
    }

    @Override
    public String getName() {
        return "egov-mygov";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(GET, KEYS, (admin, call, path) -> keys(200));
        router.add(POST, KEYS, (admin, call, path) -> {
            myGov.get().rotateKey();
            return keys(201);
        });
        router.add(DELETE, KEYS, (admin, call, path) -> {
            myGov.get().dropOldKeys();
            return keys(200);
        });
        router.add(DELETE, KEYS + "/{id}", (admin, call, path) -> drop(path.getOrDefault("id", "")));
    }

    private ResponseDefinition drop(String id) {
        var ids = myGov.get().keyIds();
        if (!ids.contains(id) || ids.getFirst().equals(id)) {
            var why = ids.contains(id) ? "This key signs: rotate first." : "There is no such key.";
            return json(
                    ids.contains(id) ? 409 : 404,
                    Json.object().put("field", "id").put("message", why));
        }
        myGov.get().dropKey(id);
        return keys(200);
    }

    /** The first one signs. */
    private ResponseDefinition keys(int status) {
        List<String> ids = myGov.get().keyIds();
        return json(status, Json.object().set("keys", Json.of(ids)));
    }

    private static ResponseDefinition json(int status, tools.jackson.databind.JsonNode body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(Json.bytes(body))
                .build();
    }
}
