package dev.qapi.mock.wire;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Closing what may be broken already. */
final class Quietly {

    private Quietly() {}

    static void close(@Nullable Closeable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (IOException broken) {
            // it is closed, which is all that is wanted
        }
    }
}
