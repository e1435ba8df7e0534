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

    /**
     * @param question a body, or of a GET the query; who is logged in, of an operation that is about them
     * @param fault the header that asks for a fault, empty for none
     * @param more headers, each before its value
     */
    Told ask(ReadOperation operation, String question, String fault, String... more) {
        var isGet = operation.method().equals("GET");
        var sent = operation.sent() == null ? question : operation.sent();
        var uri = "http://127.0.0.1:" + port + "/api/v1/" + operation.id() + (isGet ? sent : "");
        var request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(operation.method(), isGet ? BodyPublishers.noBody() : BodyPublishers.ofString(sent));
        if (operation.sent() != null) {
            request.header(Logins.HEADER, question);
        }
        if (!fault.isEmpty()) {
            request.header("Qapi-Fault", fault);
        }
        if (more.length > 0) {
            request.headers(more);
        }
        var told = put(request.build());
        return told == NOTHING ? put(request.build()) : told; // a kept connection that the gateway was about to close
    }

    private static Told put(HttpRequest request) {
        var from = System.nanoTime();
        try {
            var reply = HTTP.send(request, BodyHandlers.ofString());
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
