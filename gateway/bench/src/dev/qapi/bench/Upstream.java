package dev.qapi.bench;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * The register behind everybody: the same bytes for the same key, to the gateway in the register's protocol (POST over EHİS),
 * to all others as a GET whose path is the key. It counts who asks for what, and can be slow, mute or gone.
 */
final class Upstream {

    static final int PUBLIC = 0;

    private static final Pattern NUMBER = Pattern.compile("\"documentNumber\":\"K(\\d+)\"");

    private final int port;
    private final String jwks;
    private final Map<Integer, LongAdder> calls = new ConcurrentHashMap<>();
    private final LongAdder all = new LongAdder();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean mute;
    private DisposableServer server;

    Upstream(int port, String jwks) {
        this.port = port;
        this.jwks = jwks;
        open();
    }

    void open() {
        mute = false;
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .runOn(LoopResources.create("upstream", 1, true))
                .route(routes -> routes.get("/jwks", (_, out) -> out.sendString(Mono.just(jwks)))
                        .get("/item/{key}", (in, out) -> later(key(in), out, item(key(in))))
                        .get("/public/{key}", (in, out) -> later(key(in), out, item(key(in))))
                        .post("/r1/AZ/GOV/DMX/VMMS/quota/summary", (in, out) -> later(PUBLIC, echoed(in, out), quota()))
                        .post("/r1/AZ/GOV/DMX/VMMS/applications/search", this::search))
                .bindNow();
    }

    /** Refuses connections, and ends those that there are. */
    void close() {
        server.dispose();
        server.onDispose().block();
        connections.close().syncUninterruptibly();
    }

    void delay(Duration each) {
        delay = each;
    }

    /** From now on it takes every question and answers none. */
    void mute(boolean isMute) {
        mute = isMute;
    }

    long calls() {
        return all.sum();
    }

    long calls(int key) {
        return calls.containsKey(key) ? calls.get(key).sum() : 0;
    }

    private static int key(HttpServerRequest in) {
        return Integer.parseInt(in.param("key"));
    }

    private Mono<Void> search(HttpServerRequest in, HttpServerResponse out) {
        return in.receive().aggregate().asString().flatMap(body -> {
            var number = NUMBER.matcher(body);
            if (!number.find()) {
                return out.status(400).send();
            }
            var key = Integer.parseInt(number.group(1));
            return later(key, echoed(in, out), reply(key));
        });
    }

    private static HttpServerResponse echoed(HttpServerRequest in, HttpServerResponse out) {
        return out.header("X-Road-Id", in.requestHeaders().get("X-Road-Id"));
    }

    private Mono<Void> later(int key, HttpServerResponse out, String body) {
        all.increment();
        calls.computeIfAbsent(key, _ -> new LongAdder()).increment();
        if (mute) {
            return Mono.never();
        }
        var bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.header("Content-Type", "application/json")
                .header("Cache-Control", "max-age=" + Bench.FRESH)
                .header("Content-Length", Integer.toString(bytes.length));
        var sent = Mono.defer(() -> out.sendByteArray(Mono.just(bytes)).then());
        return delay.isZero() ? sent : Mono.delay(delay).then(sent);
    }

    /** By which an answer is known to be that of its question. */
    static String number(int key) {
        return "MR-2026-%07d".formatted(key);
    }

    static String document(int key) {
        return "K%07d".formatted(key);
    }

    static String birthDate(int key) {
        return LocalDate.of(1950, 1, 1).plusDays(key % 20_000).toString();
    }

    private static String item(int key) {
        return reply(key);
    }

    private static String reply(int key) {
        return """
                {"outcome":"MATCHED","asOf":"%s","complete":true,"subject":{"documentNumber":"%s","birthDate":"%s","citizenship":"TUR"},\
                "applications":[{"number":"%s","kind":"TRP","status":"190","statusSince":"2026-09-29","holder":"NONE","waitingFor":[],\
                "issued":[{"kind":"DECISION","number":"MY-2026-26043"}],"history":[{"status":"100","at":"2026-08-12T09:50:00+04:00"},\
                {"status":"130","at":"2026-08-18T11:00:00+04:00"},{"status":"150","at":"2026-09-08T16:30:00+04:00"},\
                {"status":"190","at":"2026-09-29T10:47:00+04:00"}]}]}"""
                .formatted(now(), document(key), birthDate(key), number(key));
    }

    private static String quota() {
        return """
                {"outcome":"MATCHED","asOf":"%s","complete":true,"subject":{"year":2026},"approved":49,"used":33,"activities":[\
                {"activity":"C","approved":20,"used":12,"months":[]},{"activity":"F","approved":22,"used":18,"months":[]},\
                {"activity":"I","approved":5,"used":2,"months":[]},{"activity":"P","approved":2,"used":1,"months":[]}]}"""
                .formatted(now());
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
