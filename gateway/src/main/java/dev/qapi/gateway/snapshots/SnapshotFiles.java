package dev.qapi.gateway.snapshots;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One file a snapshot, whole or not there; the one before stays, should the newest be found damaged. */
@Component
public class SnapshotFiles {

    private static final Logger log = LoggerFactory.getLogger(SnapshotFiles.class);
    private static final String SUFFIX = ".snapshot";
    private static final int KEPT = 2;

    /** @param at when it was taken */
    public record Stored(Instant at, byte[] content) {}

    private final Path folder;

    SnapshotFiles(@Value("${qapi.data:.qapi}") Path data) {
        this.folder = data.resolve("snapshots");
    }

    /** Blocks until the disk has it; what was there before stays whole if it fails. */
    public void write(String name, Stored snapshot) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("%s.%015d%s".formatted(name, snapshot.at().toEpochMilli(), SUFFIX));
        var half = folder.resolve(name + ".half");
        try (var channel = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(Seal.on(snapshot.content()));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        for (var old : newestFirst(name).stream().skip(KEPT).toList()) {
            Files.delete(old);
        }
    }

    /** The newest that is whole; blocks. */
    public Optional<Stored> read(String name) {
        try {
            return newestFirst(name).stream().flatMap(SnapshotFiles::whole).findFirst();
        } catch (IOException e) {
            log.warn("snapshots cannot be read: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    private static Stream<Stored> whole(Path file) {
        try {
            var content = Seal.unbroken(Files.readAllBytes(file));
            if (content.isEmpty()) {
                log.warn("snapshot {} is damaged, the one before it is used", file.getFileName());
            }
            return content.map(bytes -> new Stored(moment(file), bytes)).stream();
        } catch (IOException e) {
            log.warn(
                    "snapshot {} cannot be read: {}",
                    file.getFileName(),
                    e.getClass().getName());
            return Stream.empty();
        }
    }

    private static Instant moment(Path file) {
        var name = file.getFileName().toString();
        var end = name.length() - SUFFIX.length();
        return Instant.ofEpochMilli(Long.parseLong(name.substring(name.lastIndexOf('.', end - 1) + 1, end)));
    }

    private List<Path> newestFirst(String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> isOf(name, file.getFileName().toString()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static boolean isOf(String name, String file) {
        return file.startsWith(name + '.') && file.substring(name.length()).matches("\\.[0-9]{15}\\" + SUFFIX);
    }
}
