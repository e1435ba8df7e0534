package dev.qapi.gateway.killing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one gateway after the other, from a source address of its choice. */
final class Caller implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    /** @param body empty to GET */
    record Request(int port, String path, String body, String source, String... headers) {}

    static String anySource() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    HttpResponse<String> ask(Request asked) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + asked.port() + asked.path()))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", asked.source())
                .timeout(Duration.ofSeconds(10));
        if (asked.headers().length > 0) {
            request.headers(asked.headers());
        }
        if (!asked.body().isEmpty()) {
            request.POST(BodyPublishers.ofString(asked.body()));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(int port, String path, String... headers) {
        return ask(new Request(port, path, "", anySource(), headers));
    }

    HttpResponse<String> track(Victim gateway, String person, String source) {
        return ask(new Request(gateway.port(), "/api/v1/applications/track", person, source));
    }

    HttpResponse<String> track(Victim gateway, String person) {
        return track(gateway, person, anySource());
    }

    HttpResponse<String> file(Victim gateway, Letter letter) {
        return ask(new Request(
                gateway.port(), "/api/v1/letters", letter.body(), anySource(), "Idempotency-Key", letter.key()));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
