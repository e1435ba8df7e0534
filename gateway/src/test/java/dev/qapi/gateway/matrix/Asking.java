package dev.qapi.gateway.matrix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Puts questions to the gateway over its socket. */
record Asking(int port) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Nobody has been asked. */
    static final Told NOTHING = new Told(0, "", "", JSON.createObjectNode(), Duration.ZERO);

    /** @param fault the header that asks for a fault, empty for none */
    Told ask(ReadOperation operation, String question, String fault) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + operation.path()))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question));
        if (!fault.isEmpty()) {
            request.header("Qapi-Fault", fault);
        }
        var from = System.nanoTime();
        try {
            var reply = HTTP.send(request.build(), BodyHandlers.ofString());
            var headers = reply.headers();
            return new Told(
                    reply.statusCode(),
                    headers.firstValue("Content-Type").orElse(""),
                    headers.firstValue("Retry-After").orElse(""),
                    JSON.readTree(reply.body()),
                    Duration.ofNanos(System.nanoTime() - from));
        } catch (IOException broken) {
            return NOTHING;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
