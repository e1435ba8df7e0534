package dev.qapi.gateway.portal;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import dev.qapi.contract.Operation;
import dev.qapi.contract.Prefill;
import dev.qapi.gateway.language.Language;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Words for where the fields of a filing come from, see {@code supplied} of a receipt.
 *
 * @param labels of the fields, by their JSON pointers
 * @param registers the name of each by its code
 */
record Origins(Map<String, String> labels, UnaryOperator<String> registers) {

    static Origins of(Contract contract, Language language, UnaryOperator<String> registers) {
        var words = new Labels(contract, language);
        return new Origins(
                contract.operations()
                        .flatMap(operation -> operation.prefills().stream()
                                .map(Prefill::name)
                                .map(name -> Map.entry("/" + name, words.label(name, property(operation, name)))))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one)),
                registers);
    }

    private static Node property(Operation operation, String name) {
        return operation.requestSchema().get("properties").get(name);
    }

    public String label(String path) {
        return labels.getOrDefault(path, path);
    }

    public String register(String code) {
        return registers.apply(code);
    }
}
