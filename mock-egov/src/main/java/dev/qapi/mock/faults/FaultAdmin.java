package dev.qapi.mock.faults;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Lets failures be switched on and off at {@code /__admin/egov/faults} and {@code /__admin/egov/latency}. */
public final class FaultAdmin implements AdminApiExtension {

    private static final String FAULTS = "/egov/faults";
    private static final String LATENCY = "/egov/latency";

    private final Faults faults;

    /** @param faults which it administers */
    public FaultAdmin(Faults faults) {
        this.faults = faults;
    }

    @Override
    public String getName() {
        return "egov-faults";
    }

    /** Each route has a lambda of its own: WireMock finds a route's path by the class of its task. */
    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(RequestMethod.GET, FAULTS, (admin, call, path) -> json(200, Listing.of(faults.list())));
        router.add(RequestMethod.POST, FAULTS, (admin, call, path) -> grant(call, this::add));
        router.add(RequestMethod.DELETE, FAULTS + "/{id}", (admin, call, path) -> remove(path.getOrDefault("id", "")));
        router.add(RequestMethod.DELETE, FAULTS, (admin, call, path) -> {
            faults.clear();
            return json(200, Listing.of(faults.list()));
        });
        router.add(RequestMethod.GET, LATENCY, (admin, call, path) -> json(200, Listing.of(faults.latency())));
        router.add(RequestMethod.PUT, LATENCY, (admin, call, path) -> grant(call, this::slow));
    }

    private ResponseDefinition add(Wish wish) {
        var id = faults.add(wish.injection());
        var added =
                faults.list().stream().filter(entry -> entry.id().equals(id)).findFirst();
        return added.map(entry -> json(201, Listing.of(entry)))
                .orElseGet(
                        () -> json(201, Listing.error("", "It is over already.").put("id", id)));
    }

    private ResponseDefinition remove(String id) {
        return faults.remove(id)
                ? responseDefinition().withStatus(204).build()
                : json(404, Listing.error("id", "No live fault has this id."));
    }

    private ResponseDefinition slow(Wish wish) {
        LatencyWish.grant(wish, faults.latency());
        return json(200, Listing.of(faults.latency()));
    }

    private static ResponseDefinition grant(ServeEvent call, Function<Wish, ResponseDefinition> grant) {
        try {
            return grant.apply(Wish.read(call.getRequest().getBodyAsString()));
        } catch (BadWish unreadable) {
            return json(400, Listing.error(unreadable.field(), unreadable.getMessage()));
        } catch (BadInjection impossible) {
            return json(422, Listing.error(impossible.field(), impossible.getMessage()));
        }
    }

    private static ResponseDefinition json(int status, JsonNode body) {
        return responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.toString())
                .build();
    }
}
