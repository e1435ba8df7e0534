package dev.qapi.gateway.prefill;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Operation;
import dev.qapi.contract.Prefill;
import dev.qapi.eservice.Register;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which forms registers fill in, and what of them, by their paths: read off the contracts. */
final class Forms {

    private static final String API = "/api/v1/";
    private static final Map<String, List<Prefill>> ALL = Contract.all().stream()
            .flatMap(Contract::operations)
            .filter(operation -> operation.method().equals("POST"))
            .filter(operation -> operation.path().startsWith(API))
            .filter(operation -> !operation.prefills().isEmpty())
            .collect(Collectors.toUnmodifiableMap(
                    operation -> operation.path().substring(API.length()), Operation::prefills));

    private Forms() {}

    /** What registers fill in of the form at that path below the API; nothing, as a rule. */
    static List<Prefill> of(String form) {
        return ALL.getOrDefault(form, List.of());
    }

    /** The same by the whole path. */
    static List<Prefill> at(String path) {
        return path.startsWith(API) ? of(path.substring(API.length())) : List.of();
    }

    static String eservice(String path) {
        return path.substring(API.length()).split("/", 2)[0];
    }

    /** Whom all the forms together need. */
    static Stream<Register> registers() {
        return ALL.values().stream()
                .flatMap(List::stream)
                .map(Prefill::register)
                .distinct();
    }
}
