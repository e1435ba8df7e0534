package dev.qapi.mock.faults;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back. Unchangeable; each {@code with} gives another.
 *
 * @param headers in their order
 * @param body never null, may have no bytes
 * @param pause before the first byte, null if nobody decided
 * @param play what the proxy does to it, null for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares replies
public record Reply(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Duration pause,
        @Nullable Play play) {

    static final String CONTENT_TYPE = "Content-Type";

    /** A good one. */
    public static Reply of(int status, String mediaType, String body) {
        return new Reply(status, Map.of(), new byte[0], null, null).withBody(mediaType, body);
    }

    /** With another header, or with another value of it. */
    public Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body, pause, play);
    }

    Reply withStatus(int other) {
        return new Reply(other, headers, body, pause, play);
    }

    Reply withBody(String mediaType, String text) {
        return withBytes(text.getBytes(StandardCharsets.UTF_8)).with(CONTENT_TYPE, mediaType);
    }

    Reply withText(String text) {
        return withBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Reply withBytes(byte[] bytes) {
        return new Reply(status, headers, bytes, pause, play);
    }

    Reply without(String header) {
        var others = new LinkedHashMap<>(headers);
        others.remove(header);
        return new Reply(status, others, body, pause, play);
    }

    Reply withPause(Duration duration) {
        return new Reply(status, headers, body, duration, play);
    }

    Reply withPlay(Play other) {
        return new Reply(status, headers, body, pause, other);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Its headers and, if the proxy has anything to do, the private one that tells it. */
    public Map<String, String> headersToTheProxy() {
        var wire = new WireHeader(pause == null ? Duration.ZERO : pause, play);
        return wire.isNeeded() ? with(WireHeader.NAME, wire.toString()).headers : headers;
    }

    ResponseDefinitionBuilder toWireMock() {
        var response = responseDefinition().withStatus(status).withBody(body);
        headersToTheProxy().forEach(response::withHeader);
        return response;
    }
}
