package dev.qapi.gateway.limits;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.identifier.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose bucket.
 *
 * @param limit which one
 * @param target whom or what a question is about; empty for a caller
 * @param caller a source address, or a portal's name; empty for a target
 */
record Key(Limit limit, List<Identifier> target, String caller) {

    static Key of(Limit limit, String caller) {
        return new Key(limit, List.of(), caller);
    }

    static Key of(Limit limit, Identifier... target) {
        return new Key(limit, List.of(target), "");
    }

    /** In Redis: nobody is found there by it. */
    String name(Pepper pepper) {
        return "limit:"
                + (target.isEmpty()
                        ? pepper.slot("limit " + limit, caller.getBytes(StandardCharsets.UTF_8))
                                .place()
                        : pepper.name("limit " + limit + kinds(), target));
    }

    /** Two numbers of different papers may be written alike. */
    private String kinds() {
        return target.stream()
                .map(identifier -> ' ' + identifier.getClass().getSimpleName())
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return limit.name();
    }
}
