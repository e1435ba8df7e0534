package dev.qapi.mock.mygov;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A text that lies beside this package's classes. */
final class Resource {

    private Resource() {}

    static String text(String name) {
        try (var file = Objects.requireNonNull(Resource.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
