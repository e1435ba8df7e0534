package dev.qapi.gateway.crypto;

import java.util.Arrays;
import java.util.Base64;

/** Secrets for tests that start no gateway. */
public final class Peppers {

    private Peppers() {}

    /** The same number, the same secret. */
    public static Pepper number(int number) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return of(Base64.getEncoder().encodeToString(bytes));
    }

    /** @param base64 as {@code qapi.secret} is given */
    public static Pepper of(String base64) {
        return new Pepper(base64);
    }

    /** Signs with a key of that secret. */
    public static Signer signer(int number) {
        return new Signer(number(number));
    }

    public static Pepper any() {
        return number(0);
    }
}
