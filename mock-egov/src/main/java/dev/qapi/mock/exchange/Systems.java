package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.qapi.mock.exchange.Exchange.Served;
import dev.qapi.mock.faults.Target;
import dev.qapi.mock.registers.Registers.Route;
import java.util.List;
import java.util.Optional;

/** Hands each call to the system whose path it is, that one to the register, and the reply to whatever is broken. */
final class Systems implements ResponseDefinitionTransformerV2 {

    static final String NAME = "systems";

    private final List<Carrier> carriers;
    private final Served served;
    private final Calls calls;
    private final Page page;

    Systems(List<Carrier> carriers, Served served, Calls calls, Page page) {
        this.carriers = carriers;
        this.served = served;
        this.calls = calls;
        this.page = page;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent call) {
        var request = call.getRequest();
        var path = request.getUrl().split("\\?", 2)[0];
        if (path.equals("/")) {
            return page(request);
        }
        var carrier =
                carriers.stream().filter(it -> it.carries(path)).findFirst().orElse(carriers.getFirst());
        var route =
                request.getMethod().value().equals("POST") ? served.registers().route(path) : Optional.<Route>empty();
        var target = new Target(
                route.map(Route::register).orElse(null),
                carrier.system(),
                route.map(Route::operation).orElse(null));
        var response = served.faults()
                .play(target, request, carrier.answer(request, route))
                .build();
        calls.note(new Calls.Call(
                served.government().now(),
                carrier.system(),
                target.register(),
                target.operation(),
                response.getStatus()));
        return response;
    }

    private ResponseDefinition page(Request request) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(200)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .withBody(page.html(request))
                .build();
    }
}
