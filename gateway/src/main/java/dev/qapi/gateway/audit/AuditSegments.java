package dev.qapi.gateway.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The files of the spool, a JSON object a line. The one being written is called {@code *.open}; closed ones
 * {@code *.jsonl} wait to be delivered, in the order of their names. One gateway, one folder.
 */
@Component
class AuditSegments {

    private final Path folder;
    private final Clock clock;
    private @Nullable FileLock lock;
    private @Nullable FileChannel channel;
    private Path file = Path.of("");
    private Instant begun = Instant.MIN;
    private long sequence;

    AuditSegments(@Value("${qapi.data:.qapi}") Path data, Clock clock) {
        this.folder = data.resolve("audit");
        this.clock = clock;
    }

    /** Takes the folder; what a killed process left open is closed for it. */
    synchronized void open() {
        try {
            Files.createDirectories(folder);
            lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new IllegalStateException("another gateway writes its audit to " + folder);
            }
            for (var left : files(".open")) {
                Files.move(left, closed(left));
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("another gateway writes its audit to " + folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            segment.truncate(size);
            throw e;
        }
    }

    private FileChannel segment() throws IOException {
        if (channel == null) {
            begun = clock.instant();
            file = folder.resolve("%019d-%06d.open".formatted(begun.toEpochMilli(), sequence++));
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        return channel;
    }

    synchronized void closeIfOlderThan(Duration age) throws IOException {
        if (channel != null && !begun.plus(age).isAfter(clock.instant())) {
            closeSegment(channel);
        }
    }

    synchronized void close() {
        try {
            if (channel != null) {
                closeSegment(channel);
            }
            if (lock != null) {
                lock.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeSegment(FileChannel segment) throws IOException {
        channel = null;
        segment.force(false);
        segment.close();
        Files.move(file, closed(file));
    }

    private Path closed(Path open) {
        return folder.resolve(open.getFileName().toString().replace(".open", ".jsonl"));
    }

    /** What waits to be delivered, oldest first. */
    List<Path> waiting() throws IOException {
        return files(".jsonl");
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
