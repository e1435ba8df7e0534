package dev.qapi.mock.faults;

import dev.qapi.mock.wire.Behaviour;
import dev.qapi.mock.wire.ReplyInspector;
import dev.qapi.mock.wire.Spoilt;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Plays what a reply's own private header asks for, and removes that header. A reply without it costs one look at its
 * head. Replies are to have a Content-Length, else half of the body is half of what came first.
 */
public final class HttpReplyInspector implements ReplyInspector {

    private static final byte[] MARK = ("\n" + WireHeader.NAME + ":").getBytes(StandardCharsets.US_ASCII);
    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(100);
    private static final int NOISE = 256;
    private static final long HUGE = 50L << 20;
    private static final int LARGE_HEADERS = 16;
    private static final String LARGE = "x".repeat(4 << 10);
    private static final byte[] NO_CHUNK = "ZZZ\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public @Nullable Spoilt inspect(byte[] bytes, int length) {
        if (!isMarked(bytes, length)) {
            return null;
        }
        var head = Head.of(bytes, length);
        var wish = WireHeader.parse(head.value(WireHeader.NAME).orElse("0"));
        return play(head.without(WireHeader.NAME), wish.pause(), wish.play());
    }

    /** Looks at the beginnings of lines until the empty one. */
    private static boolean isMarked(byte[] bytes, int length) {
        for (var i = 0; i + MARK.length < length; i++) {
            if (bytes[i] == '\n') {
                if (bytes[i + 1] == '\r') {
                    return false;
                }
                var same = 1;
                while (same < MARK.length && (bytes[i + same] | 0x20) == (MARK[same] | 0x20)) {
                    same++;
                }
                if (same == MARK.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Spoilt play(Head head, Duration pause, @Nullable Play play) {
        var half = head.bytes().length + head.bodyLength() / 2;
        return switch (play) {
            case null -> new Spoilt(pause, head.stream(), Behaviour.Fixed.PASS);
            case RESET -> new Spoilt(pause, head.stream(), new Behaviour.ResetAfter(0));
            case SILENCE -> new Spoilt(pause, head.stream(), Behaviour.Fixed.SILENT);
            case RESET_HALF -> new Spoilt(pause, head.stream(), new Behaviour.ResetAfter(half));
            case END_HALF -> new Spoilt(pause, head.stream(), new Behaviour.Truncate(half));
            case END -> new Spoilt(pause, head.stream(), new Behaviour.Truncate(0));
            case RANDOM -> new Spoilt(pause, noise(), new Behaviour.Truncate(NOISE));
            case BAD_CHUNK -> badChunk(head, pause);
            case DRIP -> new Spoilt(pause, head.stream(), new Behaviour.Slicer(1, BETWEEN_DRIPS));
            case HUGE_BODY -> new Spoilt(pause, huge(head), Behaviour.Fixed.PASS);
            case LARGE_HEADERS -> new Spoilt(pause, large(head).stream(), Behaviour.Fixed.PASS);
            case ILLEGAL_BYTES ->
                new Spoilt(pause, head.with("Qapi-\0Note", "a\u0001\0b").stream(), Behaviour.Fixed.PASS);
        };
    }

    /** Blanks before an answer are JSON: who reads them all gets it. */
    private static InputStream huge(Head head) {
        return head.with("Content-Length", Long.toString(head.bodyLength() + HUGE)).stream(new Blanks(HUGE));
    }

    private static Spoilt badChunk(Head head, Duration pause) {
        var chunked = head.without("Content-Length").with("Transfer-Encoding", "chunked");
        var length = chunked.bytes().length + NO_CHUNK.length + head.bodyLength();
        return new Spoilt(pause, chunked.stream(new ByteArrayInputStream(NO_CHUNK)), new Behaviour.Truncate(length));
    }

    private static Head large(Head head) {
        var larger = head;
        for (var i = 0; i < LARGE_HEADERS; i++) {
            larger = larger.with("Padding-" + i, LARGE);
        }
        return larger;
    }

    private static InputStream noise() {
        var noise = new byte[NOISE];
        new Random(NOISE).nextBytes(noise);
        return new ByteArrayInputStream(noise);
    }
}
