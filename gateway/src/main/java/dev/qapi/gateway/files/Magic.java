package dev.qapi.gateway.files;

import dev.qapi.eservice.Attached.Type;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file is by its first bytes: names and headers say whatever somebody wants. */
enum Magic {
    PDF(Type.PDF, "255044462d"),
    JPEG(Type.JPEG, "ffd8ff"),
    PNG(Type.PNG, "89504e470d0a1a0a");

    private final Type type;
    private final byte[] first;

    Magic(Type type, String first) {
        this.type = type;
        this.first = HexFormat.of().parseHex(first);
    }

    /** @param head at least the first eight bytes, or all of them */
    static Optional<Type> of(byte[] head) {
        return Arrays.stream(values())
                .filter(magic -> head.length >= magic.first.length
                        && Arrays.equals(head, 0, magic.first.length, magic.first, 0, magic.first.length))
                .map(magic -> magic.type)
                .findFirst();
    }
}
