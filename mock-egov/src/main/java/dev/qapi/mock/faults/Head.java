package dev.qapi.mock.faults;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The start of an HTTP/1.1 reply, as bytes.
 *
 * @param lines status line and headers
 * @param body as much of it as came with them
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares heads
record Head(List<String> lines, byte[] body) {

    private static final String END = "\r\n";

    static Head of(byte[] bytes, int length) {
        var text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        var end = text.indexOf(END + END);
        var lines = text.substring(0, end < 0 ? length : end).split(END);
        return new Head(List.of(lines), Arrays.copyOfRange(bytes, Math.min(length, end + 4), length));
    }

    Optional<String> value(String name) {
        return lines.stream()
                .filter(line -> isOf(name, line))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** Bytes of the whole body; only as much as came, if it is not said. */
    long bodyLength() {
        return value("Content-Length").map(Long::parseLong).orElse((long) body.length);
    }

    Head without(String name) {
        return new Head(lines.stream().filter(line -> !isOf(name, line)).toList(), body);
    }

    /** In place of the one that has the same name, if any. */
    Head with(String name, String value) {
        var others = new ArrayList<>(without(name).lines);
        others.add(name + ": " + value);
        return new Head(others, body);
    }

    private static boolean isOf(String name, String line) {
        return line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ':');
    }

    byte[] bytes() {
        return (String.join(END, lines) + END + END).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** All of it, with something between head and body. */
    InputStream stream(InputStream between) {
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(bytes()), between), new ByteArrayInputStream(body));
    }

    InputStream stream() {
        return stream(InputStream.nullInputStream());
    }
}
