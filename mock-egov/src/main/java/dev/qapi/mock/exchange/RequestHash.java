package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The exchange layer's hash of a request, proof of what was asked. */
final class RequestHash {

    private RequestHash() {}

    /** {@code sha-512:} and the Base64 of SHA-512 over method, space, path with query, line feed and the body's bytes. */
    static String of(Request request) {
        try {
            var hash = MessageDigest.getInstance("SHA-512");
            hash.update((request.getMethod() + " " + request.getUrl() + '\n').getBytes(StandardCharsets.UTF_8));
            return "sha-512:" + Base64.getEncoder().encodeToString(hash.digest(request.getBody()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
