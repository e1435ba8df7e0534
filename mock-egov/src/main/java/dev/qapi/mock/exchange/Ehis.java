package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.mock.faults.Reply;
import dev.qapi.mock.registers.RegisterReply;
import dev.qapi.mock.registers.Registers;
import dev.qapi.mock.registers.Registers.Route;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exchange layer built on X-Road, speaking its message protocol for REST: it refuses a caller who does not say who
 * it is, and signs what it carried. {@code X-Road-Error} is present only where it, and not a register, is to blame.
 */
final class Ehis implements Carrier {

    private static final int PARTS_OF_A_SERVICE = 5;

    @Override
    public String system() {
        return Registers.EHIS;
    }

    @Override
    public boolean carries(String path) {
        return path.startsWith("/r1/");
    }

    @Override
    public Reply answer(Request request, Optional<Route> route) {
        if (route.isEmpty()) {
            return fault(404, "Server.ServerProxy.UnknownService", "No register answers here.");
        }
        if (!request.containsHeader("X-Road-Client")) {
            return fault(400, "Client.MissingHeader", "Header X-Road-Client is required.");
        }
        return carried(request, Replies.of(route.get().answer(request.getBody())));
    }

    private static Reply carried(Request request, Reply reply) {
        var signed = reply.with("X-Road-Service", service(request.getUrl()))
                .with("X-Road-Request-Id", UUID.randomUUID().toString())
                .with("X-Road-Request-Hash", RequestHash.of(request));
        for (var name : new String[] {"X-Road-Client", "X-Road-Id"}) {
            if (request.containsHeader(name)) {
                signed = signed.with(name, request.getHeader(name));
            }
        }
        return signed;
    }

    /** Instance, class, member, subsystem and service code: what follows {@code /r1/} and comes before the service's own path. */
    private static String service(String url) {
        return Stream.of(url.split("[/?]")).skip(2).limit(PARTS_OF_A_SERVICE).collect(Collectors.joining("/"));
    }

    private static Reply fault(int status, String type, String message) {
        return Replies.of(RegisterReply.refusal(status, type, message)).with("X-Road-Error", type);
    }
}
