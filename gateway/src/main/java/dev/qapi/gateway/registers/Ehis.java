package dev.qapi.gateway.registers;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Register;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Speaks the X-Road message protocol for REST: says who asks, and takes no answer to another question. */
public final class Ehis implements ExchangeFilterFunction {

    /** Unlike UUID.randomUUID() it does not read from the random device on the event loop; no id of it is a secret. */
    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();

    /** Of the reply: the exchange layer's hash of our request. */
    public static final String REQUEST_HASH = "X-Road-Request-Hash";

    private static final String ID = "X-Road-Id";
    private static final String VIA = "Qapi-Via";

    private final Register register;
    private final String client;

    Ehis(Register register, String client) {
        this.register = register;
        this.client = client;
    }

    /** Which exchange layer carried the reply. */
    public static Register via(ResponseEntity<?> reply) {
        var via = reply.getHeaders().getFirst(VIA);
        return via == null ? Register.EHIS : Register.valueOf(via);
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        var id = IDS.generateId().toString();
        var signed = ClientRequest.from(request)
                .headers(headers -> {
                    headers.set("X-Road-Client", client);
                    headers.set(ID, id);
                })
                .build();
        return next.exchange(signed).flatMap(response -> checked(response, id));
    }

    private Mono<ClientResponse> checked(ClientResponse response, String id) {
        var headers = response.headers().asHttpHeaders();
        if (headers.containsHeader("X-Road-Error")) {
            return refused(
                    response, new Failure.Unavailable(Register.EHIS, Outage.DOWN, Failure.Unavailable.USUALLY, null));
        }
        if (response.statusCode().is3xxRedirection()) {
            return refused(response, new Failure.Untrusted(register, "redirect", null));
        }
        if (response.statusCode().is2xxSuccessful() && !headers.getOrEmpty(ID).equals(List.of(id))) {
            return refused(response, new Failure.Untrusted(register, "another-request", null));
        }
        return Mono.just(response.mutate()
                .headers(own -> own.set(VIA, Register.EHIS.name()))
                .build());
    }

    private static Mono<ClientResponse> refused(ClientResponse response, Failure failure) {
        return response.releaseBody().then(Mono.error(failure));
    }
}
