package dev.qapi.gateway.login;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random values that nobody can guess; seeded when the gateway starts, for the default source reads a device each time. */
final class SeededRandom {

    private static final int BYTES = 32;
    private static final SecureRandom SOURCE = seeded();

    private SeededRandom() {}

    static SecureRandom source() {
        return SOURCE;
    }

    /** 43 characters that may stand in a cookie. */
    static String id() {
        var bytes = new byte[BYTES];
        SOURCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SecureRandom seeded() {
        try {
            var random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[BYTES]);
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no DRBG", e);
        }
    }
}
