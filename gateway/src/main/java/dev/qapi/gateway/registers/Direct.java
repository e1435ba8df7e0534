package dev.qapi.gateway.registers;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.start.CannotStart;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * The way to a register that stands behind no exchange layer. Nothing but the reply's own words says which request it
 * answers, so that they are all the more to name whom they are about.
 *
 * @param register that is asked, and that carries the call itself
 * @param address where it is; absent while no e-service needs it
 */
record Direct(Register register, @Nullable URI address) implements Transport {

    @Override
    public Register layer() {
        return register;
    }

    /** @throws CannotStart if it is wanted and nobody has said where it is */
    @Override
    public boolean reaches(Register wanted) {
        if (wanted == register && address == null) {
            throw new CannotStart(
                    ("The gateway does not know where %1$s is. Set the environment variable QAPI_%1$s_URL,"
                                    + " for example QAPI_%1$s_URL=https://host/path")
                            .formatted(register));
        }
        return wanted == register;
    }

    @Override
    public Mono<ClientResponse> exchange(Register asked, ClientRequest request, ExchangeFunction next) {
        return next.exchange(Transport.at(String.valueOf(address), request).build())
                .flatMap(reply -> reply.statusCode().is3xxRedirection()
                        ? Envelope.refused(reply, new Failure.Untrusted(register, "redirect", null))
                        : Mono.just(reply));
    }
}
