package dev.qapi.mock.registers;

import dev.qapi.mock.population.Moment;
import dev.qapi.mock.population.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** How every register answers a search: whether it knows who was asked about, as of when, and the question echoed. */
record Search(Government government) {

    private static final String OUTCOME = "outcome";

    /** Entries about a person; none if the person is unknown or cannot be told from another. */
    RegisterReply person(ObjectNode request, String list, BiFunction<Person, Moment, Stream<?>> entries) {
        return person(
                request,
                List.of(list),
                (body, person) -> body.set(
                        list,
                        Json.of(entries.apply(person, government.moment(person)).toList())));
    }

    /** The same where more than one list is to be filled. */
    RegisterReply person(ObjectNode request, List<String> lists, BiConsumer<ObjectNode, Person> fill) {
        var people = government.find(request);
        var body = envelope(outcome(people), request);
        lists.forEach(body::putArray);
        if (people.size() == 1) {
            fill.accept(body, people.getFirst());
        }
        return RegisterReply.ok(body);
    }

    private static String outcome(List<Person> people) {
        return people.isEmpty() ? "NO_MATCH" : people.size() > 1 ? "AMBIGUOUS" : "MATCHED";
    }

    /** By a number: what is known, or nothing. */
    <T> RegisterReply number(
            ObjectNode request, Optional<T> known, List<String> lists, BiConsumer<ObjectNode, T> fill) {
        var body = envelope(known.isPresent() ? "MATCHED" : "NO_MATCH", request);
        lists.forEach(body::putArray);
        known.ifPresent(it -> fill.accept(body, it));
        return RegisterReply.ok(body);
    }

    /** A receipt for what was filed. */
    ObjectNode receipt(ObjectNode request, String number, Instant filedAt, String... subject) {
        var body = envelope("FILED", request);
        body.set("subject", request.deepCopy().retain(subject));
        return body.put("number", number).put("filedAt", Json.text(filedAt));
    }

    ObjectNode envelope(String outcome, ObjectNode request) {
        var body = Json.object()
                .put(OUTCOME, outcome)
                .put("asOf", Json.text(government.asOf()))
                .put("complete", true);
        return body.set("subject", request.deepCopy().without("documentType"));
    }
}
