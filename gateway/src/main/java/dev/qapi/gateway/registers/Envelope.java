package dev.qapi.gateway.registers;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Register;
import java.util.List;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * What the protocols of all exchange layers have in common.
 *
 * @param layer whose protocol it is
 * @param id the header that names the request, and that the reply repeats
 * @param error the header by which the layer says that it failed itself, and not the register
 */
record Envelope(Register layer, String id, String error) {

    /** Unlike UUID.randomUUID() it does not read from the random device on the event loop; no id of it is a secret. */
    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();

    Mono<ClientResponse> exchange(Register register, ClientRequest request, ExchangeFunction next) {
        var own = IDS.generateId().toString();
        var named = ClientRequest.from(request)
                .headers(headers -> headers.set(id, own))
                .build();
        return next.exchange(named).flatMap(response -> checked(register, own, response));
    }

    private Mono<ClientResponse> checked(Register register, String own, ClientResponse response) {
        var headers = response.headers().asHttpHeaders();
        if (headers.containsHeader(error)) {
            return refused(response, failed());
        }
        if (response.statusCode().is3xxRedirection()) {
            return refused(response, new Failure.Untrusted(register, "redirect", null));
        }
        if (response.statusCode().is2xxSuccessful() && !headers.getOrEmpty(id).equals(List.of(own))) {
            return refused(response, new Failure.Untrusted(register, "another-request", null));
        }
        return Mono.just(response);
    }

    /** The layer itself cannot be had. */
    Failure failed() {
        return new Failure.Unavailable(layer, Outage.DOWN, Failure.Unavailable.USUALLY, null);
    }

    static Mono<ClientResponse> refused(ClientResponse response, Failure failure) {
        return response.releaseBody().then(Mono.error(failure));
    }
}
