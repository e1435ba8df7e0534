package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.qapi.mock.registers.Registers;
import dev.qapi.mock.registers.Registers.Route;
import java.util.List;
import java.util.Optional;

/** Hands each call to the system whose path it is, and that one to the register. */
final class Systems implements ResponseDefinitionTransformerV2 {

    static final String NAME = "systems";

    private final List<Carrier> carriers;
    private final Registers registers;

    Systems(Registers registers, BridgeTokens tokens) {
        this.registers = registers;
        this.carriers = List.of(new Ehis(), new AsanBridge(tokens), new Direct());
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
        var carrier =
                carriers.stream().filter(it -> it.carries(path)).findFirst().orElse(carriers.getFirst());
        return carrier.answer(request, route(request, path)).response().build();
    }

    private Optional<Route> route(Request request, String path) {
        return request.getMethod().value().equals("POST") ? registers.route(path) : Optional.empty();
    }
}
