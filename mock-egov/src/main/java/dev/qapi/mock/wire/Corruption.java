package dev.qapi.mock.wire;

import java.util.SplittableRandom;

/** Flips one bit in every block of a stream; which one depends on the seed and the block's place only. */
final class Corruption {

    /** Bytes. */
    static final int BLOCK = 16;

    private static final int BITS_OF_A_BYTE = 8;

    private final long seed;
    private long place;

    Corruption(long seed) {
        this.seed = seed;
    }

    void spoil(byte[] bytes, int length) {
        for (var i = 0; i < length; i++, place++) {
            var random = new SplittableRandom(seed + place / BLOCK);
            if (random.nextInt(BLOCK) == place % BLOCK) {
                bytes[i] ^= (byte) (1 << random.nextInt(BITS_OF_A_BYTE));
            }
        }
    }
}
