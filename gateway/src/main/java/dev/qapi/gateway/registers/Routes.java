package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.start.CannotStart;
import java.util.List;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Which ways lead to a register; as a filter of its client it sends each call the way that the call is told to go. */
public final class Routes implements ExchangeFilterFunction {

    private final List<Transport> transports;

    /** @param transports the best first */
    Routes(List<Transport> transports) {
        this.transports = transports;
    }

    /**
     * The ways to a register, the best first.
     *
     * @throws CannotStart if there is none
     */
    public List<Route> to(Register register) {
        var routes = transports.stream()
                .filter(transport -> transport.reaches(register))
                .map(transport -> new Route(register, transport.layer()))
                .toList();
        if (routes.isEmpty()) {
            throw new CannotStart("The gateway does not know how to reach %s. Name it in qapi.ehis.services.%s"
                    .formatted(register, register));
        }
        return routes;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> {
            var route = Route.of(context);
            return transport(route.via()).exchange(route.register(), SandboxFault.passedOn(context, request), next);
        });
    }

    private Transport transport(Register layer) {
        return transports.stream()
                .filter(transport -> transport.layer() == layer)
                .findFirst()
                .orElseThrow();
    }
}
