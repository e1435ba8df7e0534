package dev.qapi.gateway.audit;

import dev.qapi.gateway.start.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Where the spool lies. One gateway, one folder: held from before the first entry until after the last delivery. */
@Component
class AuditFolder implements SmartLifecycle {

    private static final String OPEN = ".open";
    private static final String CLOSED = ".jsonl";
    private static final String TORN = ".torn";

    private final Path data;
    private final Path folder;
    private @Nullable FileLock lock;
    private @Nullable Link last;

    AuditFolder(@Value("${qapi.data:.qapi}") Path data) {
        this.data = data;
        this.folder = data.resolve("audit");
    }

    /** Takes the folder; what a killed process left open is closed for it. */
    @Override
    public synchronized void start() {
        try {
            Files.createDirectories(folder);
            lock = FileChannel.open(file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw taken(null);
            }
            tidy();
            last = found();
        } catch (OverlappingFileLockException e) {
            throw taken(e);
        } catch (IOException e) {
            throw new CannotStart(
                    "The audit cannot be written to %s: choose another data folder with QAPI_DATA.".formatted(folder),
                    e);
        }
    }

    private CannotStart taken(@Nullable Throwable cause) {
        return new CannotStart(
                "Another gateway is using the data folder %s. Stop it, or choose another folder: QAPI_DATA=.qapi-2 mvn spring-boot:run"
                        .formatted(data),
                cause);
    }

    @Override
    public synchronized void stop() {
        if (lock != null) {
            try {
                lock.acquiredBy().close();
            } catch (IOException e) {
                // given back when the process ends
            }
            lock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return lock != null;
    }

    /** Before and after all who use it. */
    @Override
    public int getPhase() {
        return -2;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Closes what was left open, while nobody writes. */
    void tidy() throws IOException {
        for (var left : files(OPEN)) {
            close(left);
        }
    }

    static void close(Path open) throws IOException {
        rename(open, OPEN, CLOSED);
    }

    /** Delivered, as far as it can be read; somebody should look at the rest. */
    static void setAside(Path closed) throws IOException {
        rename(closed, CLOSED, TORN);
    }

    private static void rename(Path file, String from, String to) throws IOException {
        Files.move(file, file.resolveSibling(file.getFileName().toString().replace(from, to)));
    }

    /** The last place in the chain of the process before, as far as this folder knows. */
    synchronized @Nullable Link last() {
        return last;
    }

    DeliveredLink delivered() {
        return new DeliveredLink(file("delivered"));
    }

    private @Nullable Link found() throws IOException {
        var waiting = waiting();
        var written =
                waiting.isEmpty() ? null : AuditSegment.read(waiting.getLast()).last();
        return written == null ? delivered().read() : written;
    }

    /** What waits to be delivered, oldest first. */
    List<Path> waiting() throws IOException {
        return files(CLOSED);
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
