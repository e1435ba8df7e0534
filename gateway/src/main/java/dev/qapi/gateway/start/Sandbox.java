package dev.qapi.gateway.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The gateway as a newcomer starts it: it brings along what an operator would provide, and keeps it in one folder. */
public record Sandbox(Path data) {

    /** Empty where an operator provides everything: there the gateway must never make up a store or a secret. */
    public static Optional<Sandbox> in(Environment environment) {
        return environment.getProperty("qapi.sandbox", Boolean.class, false)
                ? Optional.of(new Sandbox(Path.of(environment.getProperty("qapi.data", ".qapi"))))
                : Optional.empty();
    }

    /** Whether beans are only being described for a later start, so that nothing outside may be touched. */
    public static boolean isOnlyDescribed(Environment environment) {
        return environment.getProperty("spring.aot.processing", Boolean.class, false);
    }

    /** The data folder, made when it is missing and readable for its owner only. */
    public Path folder() {
        try {
            if (Files.isDirectory(data)) {
                return data.toRealPath();
            }
            var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            return (posix ? Files.createDirectories(data, owner) : Files.createDirectories(data)).toRealPath();
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be used: choose another with QAPI_DATA.".formatted(data), e);
        }
    }
}
