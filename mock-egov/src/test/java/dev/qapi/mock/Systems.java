package dev.qapi.mock;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The registers as callers reach them: each operation over each of its transports, as the contracts list them. */
record Systems(Call call) {

    /** Registers that answer from the population; myGov and the bridge's tokens have tests of their own. */
    private static final List<String> OTHERS = List.of("MYGOV", "ASAN_BRIDGE");

    /** @param path on the exchange, with the system's prefix */
    record Way(Contract contract, Operation operation, String transport, String path) {

        String register() {
            return contract.root().get("info").get("x-register").text();
        }

        @Override
        public String toString() {
            return register() + ' ' + operation.path() + " over " + transport;
        }
    }

    static Stream<Way> ways() {
        return Contract.registers().stream().flatMap(Systems::ways).filter(way -> !OTHERS.contains(way.register()));
    }

    private static Stream<Way> ways(Contract contract) {
        var ways = new ArrayList<Way>();
        for (var server : contract.root().get("servers").items()) {
            var prefix = URI.create(server.get("url").text()).getPath();
            operations(contract, prefix)
                    .forEach(it -> ways.add(
                            new Way(contract, it, server.get("x-transport").text(), prefix + relative(it.path()))));
        }
        return ways.stream();
    }

    /** Its own, and those of its operations that an e-service's contract describes. */
    private static Stream<Operation> operations(Contract contract, String prefix) {
        var elsewhere = contract.root()
                .get("paths")
                .entries()
                .filter(path -> path.getValue().get("$ref").isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return Stream.concat(
                contract.operations(),
                Contract.all().stream()
                        .flatMap(Contract::operations)
                        .filter(it ->
                                elsewhere.stream().anyMatch(path -> it.path().endsWith(path)))
                        .filter(it -> it.path().startsWith("/r1/")));
    }

    private static String relative(String path) {
        return path.startsWith("/r1/") ? path.replaceFirst("/r1(/[A-Z]+){4}", "") : path;
    }

    HttpResponse<String> send(Way way, String body) throws IOException {
        return way.transport().equals("ASAN_BRIDGE")
                ? call.send("POST", way.path(), body, "Authorization", "Bearer " + token())
                : call.send("POST", way.path(), body, "X-Road-Client", "AZ/GOV/QAPI/GATEWAY");
    }

    String token() throws IOException {
        var answer = call.send(
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic cWFwaS1nYXRld2F5OnNhbmRib3g=");
        return Call.json(answer).path("access_token").stringValue();
    }

    /** The first way to an operation. */
    JsonNode ask(String register, String operation, String body) throws IOException {
        var way = ways().filter(
                        it -> it.register().equals(register) && it.path().endsWith(operation))
                .findFirst()
                .orElseThrow();
        return Call.json(send(way, body));
    }

    static ObjectNode withoutAsOf(JsonNode answer) {
        return ((ObjectNode) answer.deepCopy()).without("asOf");
    }
}
