package dev.qapi.mock.registers;

import dev.qapi.mock.population.Baku;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Letters to the migration service: each gets a number, whichever channel it came by, and an answer in time. */
record DocumentFlow(Government government, Search search) implements Operation.Register {

    private static final String EXECUTOR = "Vətəndaşların qəbulu və müraciətlərlə iş şöbəsi";
    private static final int ANSWERED_IN = 15;
    /** When clerks really answer, in working days. */
    private static final int ANSWERED_AFTER = 10;

    @Override
    public String name() {
        return "DOCUMENT_FLOW";
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("/letters/file", this::file, "/letters/search", this::letters);
    }

    private RegisterReply file(ObjectNode request) {
        var reference = request.path("clientReference").asString();
        var letter = government.journal().once(Deed.Letter.class, reference, sequence -> {
            var now = government.now();
            var sameAs = fingerprint(request);
            var earlier = government.journal().about(Deed.Letter.class, sameAs).findFirst();
            return new Deed.Letter(
                    reference,
                    now,
                    "DM-%d-%07d".formatted(Baku.day(now).getYear(), 51_877 + sequence),
                    request.path("topic").asString(),
                    government.country().filing().due(now, ANSWERED_IN),
                    sameAs,
                    earlier.map(Deed.Letter::number).orElse(null));
        });
        var receipt = search.receipt(request, letter.number(), letter.at(), "clientReference")
                .put("executor", EXECUTOR)
                .put("dueBy", letter.dueBy().toString());
        return RegisterReply.ok(
                letter.duplicateOf() == null ? receipt : receipt.put("duplicateOf", letter.duplicateOf()));
    }

    private RegisterReply letters(ObjectNode request) {
        var letter = government
                .journal()
                .about(Deed.Letter.class, request.path("number").asString())
                .filter(it -> it.number().equals(request.path("number").asString()))
                .findFirst();
        return search.number(request, letter, List.of(), (body, it) -> body.set("letter", told(it)));
    }

    private ObjectNode told(Deed.Letter letter) {
        var answered = !Baku.day(government.now())
                .isBefore(government.country().filing().due(letter.at(), ANSWERED_AFTER));
        var told = Json.object()
                .put("number", letter.number())
                .put("topic", letter.topic())
                .put("state", answered ? "ANSWERED" : "REGISTERED")
                .put("executor", EXECUTOR)
                .put("dueBy", letter.dueBy().toString())
                .put("filedAt", Json.text(letter.at()));
        return answered ? told.put("answer", "Müraciətinizə baxılıb.") : told;
    }

    /** Sender, words, whatever their case and spaces, and files; only the hash is kept. */
    private static String fingerprint(JsonNode request) {
        var words = Stream.of("senderName", "documentNumber", "pin", "text")
                .map(field -> request.path(field)
                        .asString("")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        var files = request.path("attachments").findValuesAsString("hash").stream()
                .sorted()
                .map(hash -> "\n" + hash)
                .collect(Collectors.joining());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((words + files).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
