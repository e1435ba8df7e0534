package dev.qapi.gateway.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files of the spool, a JSON object a line. The one being written is called {@code *.open}; closed ones
 * {@code *.jsonl} wait to be delivered, in the order of their names.
 */
@Component
class AuditSegments {

    private final AuditFolder folder;
    private final Clock clock;
    private @Nullable FileChannel channel;
    private Path file = Path.of("");
    private long begun;
    private long sequence;
    private boolean untidy;

    AuditSegments(AuditFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Begins a file even if there is nothing to write, so that one with a head is soon delivered. */
    synchronized void open() throws IOException {
        segment();
    }

    /** All of them or none: what was half written is cut off again. */
    synchronized void append(List<byte[]> lines) throws IOException {
        var bytes = ByteBuffer.allocate(
                lines.stream().mapToInt(line -> line.length + 1).sum());
        lines.forEach(line -> bytes.put(line).put((byte) '\n'));
        bytes.flip();
        var segment = segment();
        var size = segment.size();
        try {
            while (bytes.hasRemaining()) {
                segment.write(bytes);
            }
        } catch (IOException e) {
            abandon(segment, size, e);
            throw e;
        }
    }

    private FileChannel segment() throws IOException {
        if (channel == null) {
            begun = System.nanoTime();
            file = folder.file("%019d-%06d.open".formatted(clock.millis(), sequence++));
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        return channel;
    }

    /** What comes next begins a file of its own, so that it cannot run into a line that could not be cut off. */
    private void abandon(FileChannel segment, long size, IOException why) {
        try {
            segment.truncate(size);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        try {
            close(segment);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * By a clock that is never set.
     *
     * @param ending the last lines of a file
     */
    synchronized void closeIfOlderThan(Duration age, Supplier<List<byte[]>> ending) throws IOException {
        if (channel != null && System.nanoTime() - begun >= age.toNanos()) {
            append(ending.get());
            close(segment());
        } else if (channel == null && untidy) {
            folder.tidy();
            untidy = false;
        }
    }

    private void close(FileChannel segment) throws IOException {
        channel = null;
        untidy = true;
        try (segment) {
            segment.force(false);
        }
        AuditFolder.close(file);
        untidy = false;
    }
}
