package dev.qapi.architecture.bad.services.one;

import dev.qapi.architecture.bad.services.two.Neighbour;
import dev.qapi.eservice.EService;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;

/** An e-service that is public, has no contract, no policy, a neighbour and the server's own types. */
@EService("bad")
public class Open {

    @PostMapping("/anything")
    String anything(ServerWebExchange exchange, Neighbour neighbour) {
        return exchange.getLogPrefix() + neighbour;
    }
}
