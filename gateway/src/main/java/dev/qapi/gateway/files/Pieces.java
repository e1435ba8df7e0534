package dev.qapi.gateway.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/** Cuts what streams in into pieces of one size; the last one is what is left. */
final class Pieces {
    static final int SIZE = 255 * 1024;

    private byte[] open = new byte[SIZE];
    private int filled;

    private Pieces() {}

    static Flux<byte[]> of(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            var pieces = new Pieces();
            return body.map(Pieces::bytes).concatMapIterable(pieces::add, 1).concatWith(Flux.defer(pieces::rest));
        });
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private List<byte[]> add(byte[] bytes) {
        var whole = new ArrayList<byte[]>();
        for (var at = 0; at < bytes.length; ) {
            var length = Math.min(SIZE - filled, bytes.length - at);
            System.arraycopy(bytes, at, open, filled, length);
            filled += length;
            at += length;
            if (filled == SIZE) {
                whole.add(open);
                open = new byte[SIZE];
                filled = 0;
            }
        }
        return whole;
    }

    private Flux<byte[]> rest() {
        return filled == 0 ? Flux.empty() : Flux.just(Arrays.copyOf(open, filled));
    }
}
