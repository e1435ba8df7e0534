package dev.qapi.gateway.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A strong ETag: another one as soon as a single byte of the content is. */
final class ContentTag {

    private static final int BYTES = 16;

    private ContentTag() {}

    /** @param kind what else tells one representation from another: media type, language */
    static String of(String kind, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest.digest(content), 0, BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
