package dev.qapi.gateway.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;

/**
 * A key pair (Ed25519, RFC 8032) with which anybody can see that the gateway has said something, and nobody else can say it.
 * Its seed is derived from the gateway's secret: every gateway of that secret signs alike, and no key lies anywhere.
 */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int BYTES = 32;
    private final KeyPair pair;

    SigningKey(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** 64 bytes, for the same message always the same. */
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Whether the signature is this key's on just that message. */
    public boolean verifies(byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** The public key as RFC 8032 writes it: 32 bytes. */
    public byte[] publicKey() {
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        var y = point.getY().toByteArray(); // big-endian, of any length
        var bytes = new byte[BYTES];
        for (var i = 0; i < Math.min(BYTES, y.length); i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        bytes[BYTES - 1] |= (byte) (point.isXOdd() ? 0x80 : 0);
        return bytes;
    }

    /** The private key of Ed25519 is any 32 random bytes: here they are known. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("this Java makes its Ed25519 keys otherwise");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
