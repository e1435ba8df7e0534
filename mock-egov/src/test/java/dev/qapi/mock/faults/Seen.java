package dev.qapi.mock.faults;

import dev.qapi.mock.wire.Wire;
import dev.qapi.mock.wire.Wire.End;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a call saw on the wire. */
record Seen(Wire.Heard heard) {

    private static final String EMPTY_LINE = "\r\n\r\n";

    End end() {
        return heard.end();
    }

    String text() {
        return heard.text();
    }

    String head() {
        return text().substring(0, text().indexOf(EMPTY_LINE));
    }

    int status() {
        return Integer.parseInt(text().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    String header(String name) {
        var header = Pattern.compile("(?im)^" + name + ": (.*?)\r?$").matcher(head());
        return header.find() ? header.group(1) : "";
    }

    /** In ISO 8859-1, a character for a byte. */
    String bytes() {
        return text().substring(text().indexOf(EMPTY_LINE) + EMPTY_LINE.length());
    }

    String body() {
        return new String(bytes().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return new JsonMapper().readTree(body());
    }

    boolean isWhole() {
        return end() == End.FIN && bytes().length() == Integer.parseInt(header("Content-Length"));
    }

    boolean isGood() {
        return status() == 200 && isWhole() && body().equals(FixedReply.BODY) && !head().contains("Qapi-");
    }
}
