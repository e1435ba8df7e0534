package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.start.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Speaks the X-Road message protocol for REST. */
public final class Ehis implements Transport {

    private static final Envelope ENVELOPE = new Envelope(Register.EHIS, "X-Road-Id", "X-Road-Error");

    private final EhisProperties ehis;

    Ehis(EhisProperties ehis) {
        this.ehis = ehis;
        if (ehis.url() == null) {
            throw new CannotStart("The gateway does not know where EHİS is. Set the environment variable QAPI_EHIS_URL,"
                    + " for example QAPI_EHIS_URL=https://security-server");
        }
    }

    /** The layer's hash of our request; a header of that name means nothing when another layer carried the reply. */
    public static @Nullable String requestHash(Route route, HttpHeaders reply) {
        return route.via() == Register.EHIS ? reply.getFirst("X-Road-Request-Hash") : null;
    }

    @Override
    public Register layer() {
        return Register.EHIS;
    }

    @Override
    public boolean reaches(Register register) {
        return !ehis.services().getOrDefault(register, "").isBlank();
    }

    @Override
    public Mono<ClientResponse> exchange(Register register, ClientRequest request, ExchangeFunction next) {
        var signed = Transport.at(ehis.url() + "/r1/" + ehis.services().get(register), request)
                .headers(headers -> headers.set("X-Road-Client", ehis.client()))
                .build();
        return ENVELOPE.exchange(register, signed, next);
    }
}
