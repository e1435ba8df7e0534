package dev.qapi.mock.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Where people who are logged in to a portal leave letters to the migration service, until it takes them. */
public record LettersInbox(String name, Government government, Search search) implements Operation.Register {

    /** As {@code x-register} of their contracts names them. */
    public static final List<String> NAMES = List.of("MYGOV_INBOX", "EGOV_INBOX");

    @Override
    public Map<String, Operation> operations() {
        return Map.of("/letters/waiting", this::waiting, "/letters/read", this::read, "/letters/take", this::take);
    }

    private RegisterReply waiting(ObjectNode request) {
        var letters = government
                .journal()
                .about(Deed.Written.class, name)
                .map(Deed.Written::reference)
                .filter(id -> taken(id).isEmpty())
                .limit(request.path("most").asInt());
        var body = search.envelope("MATCHED", request);
        body.set("letters", Json.of(letters.toList()));
        return RegisterReply.ok(body);
    }

    private RegisterReply read(ObjectNode request) {
        return about(
                request,
                written -> written.letter()
                        .deepCopy()
                        .put("id", written.reference())
                        .put("writtenAt", Json.text(written.at())));
    }

    private RegisterReply about(ObjectNode request, Function<Deed.Written, ObjectNode> letter) {
        return search.number(request, find(request), List.of(), (body, it) -> body.set("letter", letter.apply(it)));
    }

    private Optional<Deed.Written> find(ObjectNode request) {
        return government
                .journal()
                .byReference(Deed.Written.class, request.path("id").asString())
                .filter(written -> written.inbox().equals(name));
    }

    private RegisterReply take(ObjectNode request) {
        var id = request.path("id").asString();
        var known = find(request)
                .map(_ -> government
                        .journal()
                        .once(
                                Deed.Taken.class,
                                id,
                                _ -> new Deed.Taken(
                                        id,
                                        government.now(),
                                        request.path("number").asString())));
        var subject = Json.object().put("id", id);
        return search.number(subject, known, List.of(), (body, it) -> body.put("number", it.number()));
    }

    private Optional<Deed.Taken> taken(String id) {
        return government.journal().byReference(Deed.Taken.class, id);
    }
}
