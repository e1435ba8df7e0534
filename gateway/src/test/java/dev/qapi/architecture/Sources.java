package dev.qapi.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product's files as they are written. */
final class Sources {

    /** The folder that all modules stand in. */
    static final Path ROOT = root(Path.of("").toAbsolutePath());

    private static final List<String> MODULES = List.of("contracts", "services", "gateway", "mock-egov");

    private Sources() {}

    private static Path root(Path start) {
        var parent = start.getParent();
        return Files.isDirectory(start.resolve("contracts")) || parent == null ? start : root(parent);
    }

    /** Those of all modules below {@code src/main} with such an end. */
    static List<Path> main(String end) {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src/main"))
                .filter(Files::isDirectory)
                .flatMap(Sources::files)
                .filter(file -> file.toString().endsWith(end))
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
