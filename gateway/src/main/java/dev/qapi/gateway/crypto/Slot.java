package dev.qapi.gateway.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** A place in a store and the key to what lies there: AES-256-GCM, bound to the place, so that values cannot be swapped. */
public final class Slot {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** Seeded once, when the gateway starts; the default one reads from the random device each time. */
    private static final SecureRandom RANDOM = seeded();

    private final String place;
    private final SecretKey key;

    Slot(String place, SecretKey key) {
        this.place = place;
        this.key = key;
    }

    static SecureRandom seeded() {
        try {
            var random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[NONCE]);
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no DRBG", e);
        }
    }

    /** A keyed hash, safe to show to the store. */
    public String place() {
        return place;
    }

    /** Nonce, ciphertext and tag. */
    public byte[] seal(byte[] value) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(value);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** What was sealed here; empty if it was changed, sealed elsewhere or under another secret. */
    public Optional<byte[]> open(byte[] sealed) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException notSealedHere) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Tuple.utf8(place));
        return cipher;
    }
}
