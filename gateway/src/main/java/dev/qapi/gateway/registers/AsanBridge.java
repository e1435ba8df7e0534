package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Speaks ASAN Bridge's protocol: plain REST with an OAuth 2 access token. */
final class AsanBridge implements Transport {

    private static final Envelope ENVELOPE = new Envelope(Register.ASAN_BRIDGE, "X-Correlation-Id", "X-Bridge-Error");

    private final AsanBridgeProperties bridge;
    private final AccessToken token;

    AsanBridge(AsanBridgeProperties bridge, AccessToken token) {
        this.bridge = bridge;
        this.token = token;
    }

    @Override
    public Register layer() {
        return Register.ASAN_BRIDGE;
    }

    @Override
    public boolean reaches(Register register) {
        return !bridge.services().getOrDefault(register, "").isBlank();
    }

    @Override
    public Mono<ClientResponse> exchange(Register register, ClientRequest request, ExchangeFunction next) {
        var address = bridge.url() + "/bridge/v1/" + bridge.services().get(register);
        var addressed = Transport.at(address, request).build();
        return ENVELOPE.exchange(register, addressed, named -> authorised(named, next));
    }

    /** A refused token may only have been withdrawn early; a refused new one says that we are not welcome. */
    private Mono<ClientResponse> authorised(ClientRequest request, ExchangeFunction next) {
        return token.get()
                .flatMap(first -> next.exchange(with(first, request))
                        .flatMap(reply -> !isRefused(reply)
                                ? Mono.just(reply)
                                : reply.releaseBody()
                                        .then(token.insteadOf(first))
                                        .flatMap(second -> next.exchange(with(second, request)))
                                        .flatMap(AsanBridge::orFailed)));
    }

    private static Mono<ClientResponse> orFailed(ClientResponse reply) {
        return isRefused(reply) ? Envelope.refused(reply, ENVELOPE.failed()) : Mono.just(reply);
    }

    private static boolean isRefused(ClientResponse reply) {
        return reply.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED);
    }

    private static ClientRequest with(String token, ClientRequest request) {
        return ClientRequest.from(request)
                .headers(headers -> headers.setBearerAuth(token))
                .build();
    }
}
