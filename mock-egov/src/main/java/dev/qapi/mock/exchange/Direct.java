package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.mock.faults.Reply;
import dev.qapi.mock.registers.RegisterReply;
import dev.qapi.mock.registers.Registers.Route;
import java.util.Optional;

/** A register that is called without an exchange layer: the payment portal. */
final class Direct implements Carrier {

    @Override
    public String system() {
        return "GPP";
    }

    @Override
    public boolean carries(String path) {
        return path.startsWith("/gpp/");
    }

    @Override
    public Reply answer(Request request, Optional<Route> route) {
        return Replies.of(route.map(it -> it.answer(request.getBody()))
                .orElseGet(() -> RegisterReply.refusal(404, "Client.UnknownService", "Nobody answers here.")));
    }
}
