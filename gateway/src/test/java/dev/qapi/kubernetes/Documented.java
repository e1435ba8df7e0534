package dev.qapi.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The page for operators. */
final class Documented {

    private static final String PAGE = page();

    private Documented() {}

    static boolean holds(String setting) {
        return PAGE.contains('`' + setting + '`');
    }

    private static String page() {
        try {
            return Files.readString(Kustomize.ROOT.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
