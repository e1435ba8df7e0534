package dev.qapi.gateway.resilience;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What may happen to a reply on its way: parts are lost, doubled, moved, or replaced by what belongs elsewhere. */
final class Mutations {

    /** The words of the exchange, which a mutation puts where they do not belong. */
    private static final List<String> WORDS = List.of(
            "MATCHED",
            "NO_MATCH",
            "AMBIGUOUS",
            "true",
            "false",
            "null",
            "[]",
            "{}",
            ",",
            ":",
            "\"",
            "}",
            "]",
            "\"outcome\":\"MATCHED\",",
            "\"outcome\":\"NO_MATCH\",",
            "\"complete\":true,",
            "\"applications\":[]",
            "\"applications\":null,",
            "\"restrictions\":[],",
            "\"restrictions\":[]",
            "\"more\":",
            "\\u0000",
            "C01234568",
            "\"subject\":{},");

    private Mutations() {}

    static byte[] mutated(String reply, Random random, int times) {
        var bytes = reply.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < times; i++) {
            bytes = mutated(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var to = Math.min(bytes.length, from + random.nextInt(60));
        var part = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        var before = new String(bytes, 0, from, StandardCharsets.ISO_8859_1);
        var after = new String(bytes, to, bytes.length - to, StandardCharsets.ISO_8859_1);
        var mutated = switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + part + part + after;
            case 2 -> before + WORDS.get(random.nextInt(WORDS.size())) + part + after;
            case 3 -> before + WORDS.get(random.nextInt(WORDS.size())) + after;
            case 4 -> before + (char) random.nextInt(256) + (part.isEmpty() ? part : part.substring(1)) + after;
            default -> after + part + before;
        };
        return mutated.getBytes(StandardCharsets.ISO_8859_1);
    }
}
