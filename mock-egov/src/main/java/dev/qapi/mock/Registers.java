package dev.qapi.mock;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qapi.contract.Contract;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every register behind the exchange layer: the paths of the contracts that are not for people. */
final class Registers {

    private final Map<String, RegisterOperation> operations;

    private Registers(Map<String, RegisterOperation> operations) {
        this.operations = operations;
    }

    static Registers of(List<Contract> contracts, Clock clock) {
        return new Registers(contracts.stream()
                .flatMap(Contract::operations)
                .filter(operation -> !operation.path().startsWith(Contract.PUBLIC))
                .map(operation -> new RegisterOperation(operation, clock))
                .collect(toMap(RegisterOperation::name, identity())));
    }

    boolean has(String method, String url) {
        return operations.containsKey(RegisterOperation.name(method, url));
    }

    Reply answer(String method, String url, byte[] body) {
        return Objects.requireNonNull(operations.get(RegisterOperation.name(method, url)))
                .answer(body);
    }
}
