package dev.qapi.gateway.matrix;

import dev.qapi.gateway.keys.MovedDecoders;
import dev.qapi.gateway.support.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway for the question who is calling and how often they may, started while nobody knows: the issuer of tokens is away. */
final class Callers implements AutoCloseable {

    /** From one source, and of one portal, in a minute. */
    static final int ALLOWED = 20;
    /** Failed matches about one paper. */
    static final int GUESSES = 4;
    /** How many gateways are said to share these. */
    static final int GATEWAYS = 2;

    private static final AtomicInteger NUMBER = new AtomicInteger(1_000);

    private final Population people = new Population();
    private final BrokenRedis redis = new BrokenRedis();
    private final Provider provider = new Provider();
    private final Bench bench;

    Callers(Governing government, Path data) throws IOException {
        var properties = new HashMap<String, Object>(provider.properties());
        properties.putAll(Map.of(
                "REDIS_URL",
                redis.url(),
                "qapi.trusted-proxies",
                "127.0.0.1",
                "qapi.limits.generosity",
                1,
                "qapi.limits.instances",
                GATEWAYS,
                "qapi.limits.lookups",
                ALLOWED,
                "qapi.limits.client",
                ALLOWED,
                "qapi.limits.per-case",
                GUESSES,
                "qapi.limits.tick",
                "0ms",
                "qapi.limits.floor",
                "0ms",
                "qapi.session.patience",
                "2s"));
        this.bench = new Bench(government, data, properties, MovedDecoders::sit);
    }

    /** By the clock of keys. */
    void goOn(Duration time) {
        bench.bean(MovedDecoders.class).goOn(time);
    }

    Provider provider() {
        return provider;
    }

    BrokenRedis redis() {
        return redis;
    }

    /** Somebody who has applied for something. */
    Identity somebody() {
        return people.next(Population::hasApplied);
    }

    /** One that has not called yet. */
    static String portal() {
        return "portal-" + NUMBER.incrementAndGet();
    }

    /** An address that nobody has called from yet. */
    static String address() {
        var number = NUMBER.incrementAndGet();
        return "198.19." + number / 250 + '.' + number % 250;
    }

    /** How many failed matches told whoever guessed anything; the others were told the same without a look. */
    int guessesHeard() {
        return (int) bench.count("qapi.guesses", "outcome", "counted");
    }

    Told call(String portal, Identity about, Twist twist) {
        return callWith(provider.accessToken(portal, twist), about.alone());
    }

    /** With a token of a key that nobody tells. */
    Told callStrangely(String kid) {
        return callWith(provider.strangeToken(kid), Identity.nobody().alone());
    }

    private Told callWith(String token, String question) {
        return bench.asking()
                .ask(
                        ReadOperation.ALL.getFirst(),
                        question,
                        "",
                        "Authorization",
                        "Bearer " + token,
                        "X-Purpose",
                        "employment",
                        "X-Case-Ref",
                        "A-2026/17");
    }

    Told ask(String address, String question) {
        return bench.asking().ask(ReadOperation.ALL.getFirst(), question, "", "X-Forwarded-For", address);
    }

    Browser browser() {
        return new Browser(bench.asking().port());
    }

    @Override
    public void close() {
        bench.close();
        provider.close();
        redis.close();
    }
}
