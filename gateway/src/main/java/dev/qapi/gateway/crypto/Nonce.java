package dev.qapi.gateway.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/** Something that nobody has had before and nobody can guess. */
public final class Nonce {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = Slot.seeded();

    private Nonce() {}

    /** 22 characters that may stand anywhere; it does not read from the random device on the event loop. */
    public static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
