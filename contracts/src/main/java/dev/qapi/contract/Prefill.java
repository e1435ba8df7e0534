package dev.qapi.contract;

import dev.qapi.eservice.Register;
import java.util.List;
import java.util.Optional;

/**
 * Where a field of a request comes from that nobody who is logged in is asked for: {@code x-prefill} of its schema.
 *
 * @param name of the field
 * @param register who holds it
 * @param search the register's operation, {@code POST /<search>/search} by the person's document, birth date and citizenship
 * @param values JSON pointers into its reply; the texts there, with spaces between them, are the field's value
 */
public record Prefill(String name, Register register, String search, List<String> values) {

    static Optional<Prefill> of(String name, Node declared) {
        return declared.isPresent()
                ? Optional.of(new Prefill(
                        name,
                        Register.valueOf(declared.get("register").text()),
                        declared.get("search").text(),
                        declared.get("values").items().stream().map(Node::text).toList()))
                : Optional.empty();
    }
}
