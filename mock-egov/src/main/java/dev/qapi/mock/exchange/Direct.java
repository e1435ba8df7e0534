package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.mock.registers.Registers.Route;
import dev.qapi.mock.registers.Reply;
import java.util.Optional;

/** A register that is called without an exchange layer: the payment portal. */
final class Direct implements Carrier {

    @Override
    public boolean carries(String path) {
        return path.startsWith("/gpp/");
    }

    @Override
    public Carried answer(Request request, Optional<Route> route) {
        return Carried.of(route.map(it -> it.answer(request.getBody()))
                .orElseGet(() -> Reply.refusal(404, "Client.UnknownService", "Nobody answers here.")));
    }
}
