package dev.qapi.gateway.registers;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Register;
import java.net.URI;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Carries calls through one exchange layer, or to one register without any: knows addresses, says who asks, and takes no answer to another question. */
interface Transport {

    /** Which exchange layer it is, the register itself if there is none. */
    Register layer();

    boolean reaches(Register register);

    /**
     * @param request with the path only
     * @return the register's own reply, or a {@link Failure} if the layer itself failed or broke its protocol
     */
    Mono<ClientResponse> exchange(Register register, ClientRequest request, ExchangeFunction next);

    /** The request with its path put behind {@code address}. */
    static ClientRequest.Builder at(String address, ClientRequest request) {
        return ClientRequest.from(request).url(URI.create(address + request.url()));
    }
}
