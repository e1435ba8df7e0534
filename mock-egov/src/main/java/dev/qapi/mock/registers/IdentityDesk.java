package dev.qapi.mock.registers;

import dev.qapi.mock.population.Person;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Where it is told how a person is rightly written: İAMAS writes it at once, the other offices when they have heard of it. */
record IdentityDesk(Government government, Search search) {

    private static final String OWNER = "IAMAS";
    private static final Duration WORD_GETS_ROUND = Duration.ofDays(5);

    RegisterReply correction(ObjectNode request) {
        var people = government.find(request);
        var person = people.size() == 1 ? people.getFirst().id() : null;
        var reference = request.path("clientReference").asString();
        var deed = government
                .journal()
                .once(
                        Deed.Corrected.class,
                        reference,
                        sequence -> new Deed.Corrected(
                                reference,
                                government.now(),
                                "DZ-%07d".formatted(sequence),
                                person,
                                request.path("field").asString(),
                                request.path("value").asString()));
        return RegisterReply.ok(search.receipt(
                request,
                deed.number(),
                deed.at(),
                "clientReference",
                "documentNumber",
                "birthDate",
                "citizenship",
                "field"));
    }

    /** As a register writes it since it has heard of a correction; empty if it has not heard of any. */
    static Optional<String> corrected(Government government, String register, Person person, String field) {
        var heard = register.equals(OWNER) ? government.now() : government.now().minus(WORD_GETS_ROUND);
        return government
                .journal()
                .about(Deed.Corrected.class, person.id())
                .filter(it -> it.field().equals(field) && !it.at().isAfter(heard))
                .reduce((_, last) -> last)
                .map(Deed.Corrected::value);
    }
}
