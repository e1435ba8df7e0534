package dev.qapi.bench;

import java.nio.charset.StandardCharsets;

/** How one asks a peer. */
interface Dialect {

    Load.Shot personal(int key);

    Load.Shot open();

    /** The key is the path; {@code Authorization} if it asks for one. */
    static Dialect path(String token) {
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return new Dialect() {
            @Override
            public Load.Shot personal(int key) {
                return get("/item/" + key, authorization, Upstream.number(key));
            }

            @Override
            public Load.Shot open() {
                return get("/public/" + Upstream.PUBLIC, "", Upstream.number(Upstream.PUBLIC));
            }
        };
    }

    /** The gateway's own API, as a portal calls it. */
    static Dialect portal(String token) {
        return new Dialect() {
            @Override
            public Load.Shot personal(int key) {
                var body = "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"%s\"},\"birthDate\":\"%s\",\"citizenship\":\"TUR\"}"
                        .formatted(Upstream.document(key), Upstream.birthDate(key));
                return shot(
                        """
                        POST /api/v1/applications/track HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        X-Purpose: employment\r
                        X-Case-Ref: A-2026/17\r
                        Accept-Language: en\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        %s"""
                                .formatted(token, body.length(), body),
                        Upstream.number(key));
            }

            @Override
            public Load.Shot open() {
                return get("/api/v1/quota/summary?year=2026", "Accept-Language: en\r\n", "\"approved\":49");
            }
        };
    }

    private static Load.Shot get(String path, String headers, String expected) {
        return shot("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n", expected);
    }

    private static Load.Shot shot(String request, String expected) {
        return new Load.Shot(
                request.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
