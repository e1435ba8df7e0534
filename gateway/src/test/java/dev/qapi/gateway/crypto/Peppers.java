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
        return new Pepper(Base64.getEncoder().encodeToString(bytes));
    }

    /** Signs with a key of that secret. */
    public static Signer signer(int number) {
        return new Signer(number(number));
    }

    public static Pepper any() {
        return number(0);
    }
}
