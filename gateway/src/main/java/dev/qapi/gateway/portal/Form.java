package dev.qapi.gateway.portal;

import java.util.List;
import java.util.Optional;

/** What an e-service asks, in one language. */
record Form(List<Field> fields) {

    /** Whether something is filed with it: whatever is sent twice from one page is one. */
    public boolean files() {
        return fields.contains(Field.KEY);
    }

    /** What files are chosen with, if it asks for any. */
    public Optional<Field> attachments() {
        return fields.stream().filter(field -> field.kind() == Kind.FILES).findFirst();
    }

    /** The field that a JSON pointer names, or the first one below it. */
    Optional<Field> at(String pointer) {
        return fields.stream()
                .filter(field -> field.pointer().equals(pointer))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.pointer().startsWith(pointer + "/"))
                        .findFirst());
    }
}
