package dev.qapi.mock.registers;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every call that any register answers, by its path on each system that carries it. Which registers there are, over which
 * systems they are reached and what they understand is in the contracts.
 */
public final class Registers {

    /** The exchange layer built on X-Road. */
    public static final String EHIS = "EHIS";

    /** The exchange layer with OAuth2. */
    public static final String ASAN_BRIDGE = "ASAN_BRIDGE";

    private static final String DIRECT = "DIRECT";

    /**
     * One operation of one register over one system.
     *
     * @param system {@code EHIS}, {@code ASAN_BRIDGE}, or the register itself where it is called directly
     * @param base path of the register on that system
     * @param operation relative to the register, without the leading slash: {@code applications/search}
     */
    public record Route(
            String system, String register, String base, String operation, RequestSchema schema, Operation handler) {

        /** The answer to a body; a refusal if it is not what the contract asks for. */
        public RegisterReply answer(byte[] body) {
            return Json.read(body)
                    .map(request -> schema.fault(request)
                            .map(Route::refusal)
                            .orElseGet(() -> handler.answer((ObjectNode) request)))
                    .orElseGet(() -> refusal("The body is not JSON."));
        }

        private static RegisterReply refusal(String message) {
            return RegisterReply.refusal(400, "Client.BadRequest", message);
        }
    }

    private final Map<String, Route> routes = new HashMap<>();

    /** @param clock by which the contracts' bare examples are told */
    public Registers(Government government, Clock clock) {
        var search = new Search(government);
        var inboxes = LettersInbox.NAMES.stream().map(name -> new LettersInbox(name, government, search));
        var offices = Stream.<Operation.Register>of(
                new Vmms(government, search),
                new Iamas(government, search),
                new Offices.Enforcement(search),
                new Offices.Avis(government, search),
                new Offices.Vvadq(search),
                new Offices.VisaOffice(search),
                new Gpp(government, search),
                new DocumentFlow(government, search));
        var known = Stream.concat(offices, inboxes).toList();
        var described = Contract.all().stream()
                .flatMap(Contract::operations)
                .filter(operation -> !operation.path().startsWith(Contract.PUBLIC))
                .toList();
        Contract.registers()
                .forEach(contract -> known.stream()
                        .filter(register -> register.name().equals(name(contract)))
                        .forEach(register -> add(contract, register, described)));
        described.forEach(it -> routes.computeIfAbsent(it.path(), _ -> example(it, clock)));
    }

    /** {@code /r1/instance/class/member/subsystem/} and the operation. */
    private static Route example(dev.qapi.contract.Operation operation, Clock clock) {
        var parts = operation.path().split("/", 7);
        var base = operation.path().substring(0, operation.path().length() - parts[6].length() - 1);
        return new Route(
                EHIS, parts[5], base, parts[6], new RequestSchema(operation), new ExampleOperation(operation, clock));
    }

    private static String name(Contract contract) {
        return contract.root().get("info").get("x-register").text();
    }

    private void add(Contract contract, Operation.Register register, List<dev.qapi.contract.Operation> described) {
        var servers = contract.root().get("servers").items();
        var prefixes = servers.stream().map(Registers::prefix).toList();
        register.operations().forEach((path, handler) -> {
            var operation = Stream.concat(
                            contract.operations().filter(it -> it.path().equals(path)),
                            described.stream()
                                    .filter(it -> prefixes.stream()
                                            .anyMatch(prefix -> it.path().equals(prefix + path))))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(register.name() + path + " has no contract"));
            var schema = new RequestSchema(operation);
            for (var server : servers) {
                var transport = server.get("x-transport").text();
                var system = transport.equals(DIRECT) ? register.name() : transport;
                var base = prefix(server);
                routes.put(base + path, new Route(system, register.name(), base, path.substring(1), schema, handler));
            }
        });
    }

    private static String prefix(Node server) {
        return URI.create(server.get("url").text()).getPath();
    }

    /** What answers a POST to a path. */
    public Optional<Route> route(String path) {
        return Optional.ofNullable(routes.get(path));
    }

    /** Every route, in no order. */
    public Stream<Route> all() {
        return routes.values().stream();
    }
}
