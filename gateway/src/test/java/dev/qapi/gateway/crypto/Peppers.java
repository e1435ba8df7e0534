package dev.qapi.gateway.crypto;

import java.util.Base64;

/** For tests of what is kept under its names. */
public final class Peppers {

    private Peppers() {}

    public static Pepper any() {
        return new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
    }
}
