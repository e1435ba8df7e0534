package dev.qapi.gateway.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.qapi.eservice.WebhookAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A portal's server, as good or bad as one likes. */
final class Receiver implements AutoCloseable {

    /** What came. */
    record Got(HttpHeaders headers, String body) {

        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }

        String type() {
            return new JsonMapper().readTree(body).path("type").asString();
        }
    }

    @FunctionalInterface
    interface Answering {
        void answer(HttpExchange exchange, Got got) throws IOException;
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    volatile Answering answering = Receiver::well;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var it = new Got(HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true), body);
                got.add(it);
                answering.answer(exchange, it);
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    WebhookAddress address() {
        return WebhookAddress.of("http://127.0.0.1:" + port() + "/hook?key=portal-s-own");
    }

    /** Repeats challenges and takes everything. */
    static void well(HttpExchange exchange, Got got) throws IOException {
        var challenge =
                new JsonMapper().readTree(got.body()).at("/data/challenge").asString("");
        say(exchange, 200, challenge.isEmpty() ? "" : "{\"challenge\": \"" + challenge + "\"}");
    }

    static void say(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
    }

    /** To challenges it goes on to answer well. */
    void answersEvents(int status) {
        answering = (exchange, got) -> {
            if (got.type().equals(Message.CHALLENGE)) {
                well(exchange, got);
            } else {
                say(exchange, status, "");
            }
        };
    }

    /** Takes what comes and says nothing. */
    void stalls() {
        answering = (_, _) -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** What came that is no challenge. */
    List<Got> events() {
        return got.stream().filter(it -> !it.type().equals(Message.CHALLENGE)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
