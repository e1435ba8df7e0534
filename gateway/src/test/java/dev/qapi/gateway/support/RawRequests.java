package dev.qapi.gateway.support;

import dev.qapi.contract.Node;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Requests as bytes, read from {@code requests/<file>.yaml}. */
public final class RawRequests {

    private static final String BODY = "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"R7654321\"},"
            + "\"birthDate\":\"1990-04-12\",\"citizenship\":\"TUR\"}";

    public static final String GOOD = post("Content-Length: {length}\r\n\r\n{body}");

    private RawRequests() {}

    /**
     * @param name what is odd about it
     * @param bytes with placeholders
     */
    public record Request(String name, String bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Request> of(String file, String group) {
        return Node.read(new ClassPathResource("requests/" + file + ".yaml"))
                .get(group)
                .entries()
                .map(request -> new Request(request.getKey(), request.getValue().text()));
    }

    public static Stream<Request> of(String file) {
        return Node.read(new ClassPathResource("requests/" + file + ".yaml"))
                .entries()
                .flatMap(group -> of(file, group.getKey()));
    }

    /** A question about somebody, with these headers and this body. */
    public static String post(String rest) {
        return "POST /api/v1/applications/track HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n" + rest;
    }

    public static String filled(String bytes, int port) {
        var host = "localhost:" + port;
        return bytes.replace("{host}", host)
                .replace("{HOST}", host.toUpperCase(Locale.ROOT))
                .replace("{length}", String.valueOf(BODY.length()))
                .replace("{size}", Integer.toHexString(BODY.length()))
                .replace("{body}", BODY);
    }
}
