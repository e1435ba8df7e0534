package dev.qapi.mock;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exchange layer in front of the registers, speaking the X-Road message protocol for REST: it refuses a caller who
 * does not say who it is, and signs what it carried. {@code X-Road-Error} is present only where it, and not a register,
 * is the one to blame.
 */
final class Ehis implements ResponseDefinitionTransformerV2 {

    static final String NAME = "ehis";
    private static final int PARTS_OF_A_SERVICE = 5;

    private final Registers registers;

    Ehis(Registers registers) {
        this.registers = registers;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent call) {
        var request = call.getRequest();
        if (!registers.has(request.getMethod().value(), request.getUrl())) {
            return fault(404, "Server.ServerProxy.UnknownService", "No register answers here.");
        }
        if (!request.containsHeader("X-Road-Client")) {
            return fault(400, "Client.MissingHeader", "Header X-Road-Client is required.");
        }
        var reply = registers.answer(request.getMethod().value(), request.getUrl(), request.getBody());
        return carried(request, json(reply)).build();
    }

    private static ResponseDefinitionBuilder carried(Request request, ResponseDefinitionBuilder response) {
        for (var name : new String[] {"X-Road-Client", "X-Road-Id"}) {
            if (request.containsHeader(name)) {
                response.withHeader(name, request.getHeader(name));
            }
        }
        return response.withHeader("X-Road-Service", service(request.getUrl()))
                .withHeader("X-Road-Request-Id", UUID.randomUUID().toString())
                .withHeader("X-Road-Request-Hash", RequestHash.of(request));
    }

    /** Instance, class, member, subsystem and service code: what follows {@code /r1/} and comes before the service's own path. */
    private static String service(String url) {
        return Stream.of(url.split("[/?]")).skip(2).limit(PARTS_OF_A_SERVICE).collect(Collectors.joining("/"));
    }

    private static ResponseDefinition fault(int status, String type, String message) {
        return json(Reply.refusal(status, type, message))
                .withHeader("X-Road-Error", type)
                .build();
    }

    private static ResponseDefinitionBuilder json(Reply reply) {
        return responseDefinition()
                .withStatus(reply.status())
                .withHeader("Content-Type", reply.mediaType())
                .withBody(reply.body().toString());
    }
}
