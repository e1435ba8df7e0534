package dev.qapi.mock.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where deeds outlive a restart, a line each. Messages to persons are among them: only the owner of the file may read it.
 *
 * @param path of the file
 */
record DeedsFile(Path path) {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Made if need be, so that one that cannot be written is known at the start and not at the first deed. */
    DeedsFile {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
                Files.createFile(path, posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0]);
            }
            if (!Files.isWritable(path)) {
                throw new IOException("not writable: " + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of deeds, qapi.mock.deeds, cannot be used", e);
        }
    }

    /** A line that a killed process left unfinished was never acknowledged: it is cut off, lest the next one join it. */
    List<String> lines() {
        try {
            var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                cut(whole.getBytes(StandardCharsets.UTF_8).length);
            }
            return whole.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all. */
    void append(String line) {
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var before = file.size();
            try {
                var bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } catch (IOException e) {
                cut(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        try {
            cut(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut(long size) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(size);
        }
    }
}
