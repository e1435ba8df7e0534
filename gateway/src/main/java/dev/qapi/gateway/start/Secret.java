package dev.qapi.gateway.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The one secret from which the keys for hashing and encrypting personal data are derived. */
final class Secret {

    private static final int BYTES = 32;
    private static final String HOW =
            " Set the environment variable QAPI_SECRET to at least 32 random bytes in base64: openssl rand -base64 32";

    private Secret() {}

    static void check(String secret) {
        if (secret.isBlank()) {
            throw new CannotStart("The gateway has no secret." + HOW);
        }
        if (bytesIn(secret) < BYTES) {
            throw new CannotStart("The gateway's secret is not %d bytes long or not base64.".formatted(BYTES) + HOW);
        }
    }

    /** The sandbox's own secret: made once, so that what was stored yesterday can be read today. */
    static String keptIn(Path folder) {
        var file = folder.resolve("secret");
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    "The secret cannot be kept in %s: choose another folder with QAPI_DATA.".formatted(file), e);
        }
    }

    private static void write(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(bytes)));
        }
    }

    private static int bytesIn(String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip()).length;
        } catch (IllegalArgumentException notBase64) {
            return 0;
        }
    }
}
