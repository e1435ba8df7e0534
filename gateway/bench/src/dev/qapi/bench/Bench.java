package dev.qapi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Compares peers in interleaved rounds: {@code --quick}, {@code --only hot,public}, {@code --rounds 5}, {@code --seconds 5},
 * {@code --peers nginx,varnish,scg,qapi}, {@code --also NAME=JAR} for another build of the gateway.
 */
final class Bench {

    /** How long peers may keep what the upstream tells, in seconds; the gateway's own policy says the same. */
    static final int FRESH = 60;

    private static final int UPSTREAM = 18_099;
    private static final int HOT = 100;
    /** After so many questions a peer is looked at, whether it is warm. */
    private static final int MANY = 30_000;
    private static final Duration SLOW = Duration.ofMillis(50);
    private static final Duration STUCK = Duration.ofSeconds(5);

    private final Options options;
    private final Report report;
    private final Upstream upstream;
    private final Peers peers;
    private final AtomicInteger cold = new AtomicInteger(10_000);

    private Bench(Options options) throws Exception {
        this.options = options;
        this.report = new Report();
        var tokens = new Tokens();
        upstream = new Upstream(UPSTREAM, tokens.jwks());
        peers = new Peers(Files.createDirectories(Path.of("target", "run-" + ProcessHandle.current().pid()).toAbsolutePath()), UPSTREAM, tokens);
    }

    public static void main(String[] arguments) {
        var ended = 1;
        try {
            var bench = new Bench(new Options(arguments));
            bench.start();
            bench.measure();
            bench.write();
            System.out.println("\n" + Files.readString(bench.file()) + "\nwritten to " + bench.file());
            ended = 0;
        } catch (Exception failed) {
            failed.printStackTrace();
        }
        System.exit(ended); // those that were started end with it
    }

    private void start() throws Exception {
        peers.stores();
        Thread.sleep(3000);
        for (var peer : options.list("peers", "nginx,varnish,scg,qapi")) {
            switch (peer) {
                case "nginx" -> peers.nginx();
                case "varnish" -> peers.varnish();
                case "scg" -> peers.springCloud();
                case "qapi" -> peers.gateway("Qapı", options.jar());
                default -> throw new IllegalArgumentException("no peer " + peer);
            }
        }
        for (var other : options.others()) {
            peers.gateway(other.name(), other.jar());
        }
        each(peer -> {
            report.add("start to first right answer, one core, s", peer.name, peer.startSeconds);
            report.add("idle memory, MiB", peer.name, peer.idleMebibytes);
        });
    }

    private void measure() {
        var wanted = options.list("only", "hot,public,distinct,latency,stampede,isolation,hole,dead");
        if (wanted.contains("hot")) {
            each(peer -> peer.warm(options.warm() / MANY, () -> Load.all(peer.port, 32, MANY, hot(peer))));
            rounds(peer -> cost("hot", peer, () -> Load.closed(peer.port, 32, options.seconds(), hot(peer))));
        }
        if (wanted.contains("public")) {
            each(peer -> peer.warm(options.warm() / MANY, () -> Load.all(peer.port, 32, MANY, _ -> peer.dialect.open())));
            rounds(peer ->
                    cost("public", peer, () -> Load.closed(peer.port, 32, options.seconds(), _ -> peer.dialect.open())));
        }
        upstream.delay(SLOW);
        if (wanted.contains("distinct")) {
            each(peer -> peer.warm(options.warm() / MANY, () -> Load.all(peer.port, 64, MANY / 5, distinct(peer))));
            rounds(peer -> cost("distinct, upstream 50 ms", peer, () -> Load.closed(peer.port, 64, options.seconds(), distinct(peer))));
        }
        if (wanted.contains("latency")) {
            rounds(this::latency);
        }
        if (wanted.contains("stampede")) {
            for (var time = 0; time < options.stampedes(); time++) {
                each(this::stampede);
            }
        }
        if (wanted.contains("isolation")) {
            rounds(this::isolation);
        }
        if (wanted.contains("hole")) {
            each(this::hole);
        }
        if (wanted.contains("dead")) {
            dead();
        }
        each(peer -> report.add("memory after all of it, MiB", peer.name, peer.mebibytes()));
    }

    private Path file() {
        return Path.of(options.root(), "target", "bench.md").normalize();
    }

    /** After each round, so that whoever loses patience has what there is. */
    private void write() {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), report.table(peers.all.stream().map(peer -> peer.name).toList(), peers.missing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IntFunction<Load.Shot> hot(Peer peer) {
        var shots = new Load.Shot[HOT];
        Arrays.setAll(shots, key -> peer.dialect.personal(key + 1));
        return index -> shots[index % HOT];
    }

    private IntFunction<Load.Shot> distinct(Peer peer) {
        return _ -> peer.dialect.personal(cold.incrementAndGet());
    }

    private void cost(String what, Peer peer, Supplier<Load.Result> load) {
        var before = peer.cpuSeconds();
        var result = load.get();
        var used = peer.cpuSeconds() - before;
        right(what, peer, result);
        report.add(what + ": CPU µs/request", peer.name, used * 1e6 / result.good());
        report.add(what + ": requests/s", peer.name, result.good() / result.seconds());
        report.add(what + ": p99 ms", peer.name, result.millis(0.99));
    }

    private void latency(Peer peer) {
        var result = Load.open(peer.port, 500, options.seconds(), distinct(peer));
        right("latency", peer, result);
        report.add("500/s, distinct, due to answered: p50 ms above 50", peer.name, result.millis(0.5) - SLOW.toMillis());
        report.add("500/s, distinct, due to answered: p99 ms above 50", peer.name, result.millis(0.99) - SLOW.toMillis());
    }

    private void stampede(Peer peer) {
        var key = cold.incrementAndGet();
        var result = Load.burst(peer.port, 200, _ -> peer.dialect.personal(key));
        right("stampede", peer, result);
        report.add("stampede of 200: upstream calls", peer.name, upstream.calls(key));
        report.add("stampede of 200: slowest ms", peer.name, result.millis(1));
    }

    /** 500 at once ask what the upstream takes longer for than anybody waits, and others ask for public data meanwhile. */
    private void isolation(Peer peer) {
        var others = "public data, 200/s, p99 ms: ";
        report.add(others + "alone", peer.name, Load.open(peer.port, 200, 3, _ -> peer.dialect.open()).millis(0.99));
        upstream.delay(STUCK);
        var stuck = CompletableFuture.supplyAsync(() -> Load.burst(peer.port, 500, wrong(peer)));
        sleep(200);
        var beside = Load.open(peer.port, 200, 3, _ -> peer.dialect.open());
        report.add(others + "beside 500 who wait for a slow upstream", peer.name, beside.millis(0.99));
        right("isolation", peer, beside);
        report.add("of these 500: median ms to any answer", peer.name, stuck.join().millis(0.5));
        upstream.delay(SLOW);
        sleep(STUCK.toMillis());
    }

    /** Nobody but this peer asks the upstream while it is mute. */
    private void hole(Peer peer) {
        upstream.mute(true);
        var before = upstream.calls();
        var first = Load.open(peer.port, 20, options.hole(), wrong(peer));
        report.add("black hole: upstream calls in " + (int) options.hole() + " s of 20 questions/s", peer.name, upstream.calls() - before);
        var then = Load.open(peer.port, 20, 3, wrong(peer));
        report.add("black hole, then: p50 ms of an answer that says so", peer.name, then.millis(0.5));
        report.add("black hole, then: p99 ms of an answer that says so", peer.name, then.millis(0.99));
        upstream.mute(false);
        report.add("black hole over: s to the first right answer", peer.name, recovered(peer));
        if (first.good() > 0) {
            report.note(peer.name + " gave " + first.good() + " answers while the upstream was mute");
        }
    }

    /** An answer that is no answer counts as one here: what matters is when it came. */
    private IntFunction<Load.Shot> wrong(Peer peer) {
        return _ -> new Load.Shot(peer.dialect.personal(cold.incrementAndGet()).request(), Load.ANYTHING);
    }

    private double recovered(Peer peer) {
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < 90e9) {
            if (Load.burst(peer.port, 1, distinct(peer)).good() == 1) {
                return (System.nanoTime() - begun) / 1e9;
            }
            sleep(50);
        }
        return Double.NaN;
    }

    /** What was known before and is no longer fresh. */
    private void dead() {
        upstream.delay(Duration.ZERO);
        each(peer -> Load.closed(peer.port, 8, 1, hot(peer)));
        sleep(FRESH * 1000L + 2000);
        upstream.close();
        each(peer -> {
            var result = Load.open(peer.port, 100, options.seconds(), hot(peer));
            report.add("upstream dead, known keys: % answered", peer.name, 100.0 * result.good() / (result.good() + result.bad()));
            report.add("upstream dead, known keys: p99 ms", peer.name, result.millis(0.99));
        });
        upstream.open();
    }

    private void right(String what, Peer peer, Load.Result result) {
        if (result.bad() > 0) {
            report.note("%s, %s: %d of %d answers were not right"
                    .formatted(what, peer.name, result.bad(), result.good() + result.bad()));
        }
    }

    private void rounds(Consumer<Peer> measured) {
        for (var round = 0; round < options.rounds(); round++) {
            Collections.rotate(peers.all, 1);
            each(measured);
        }
    }

    private void each(Consumer<Peer> action) {
        peers.all.forEach(peer -> {
            System.out.print(peer.name + " … ");
            action.accept(peer);
        });
        System.out.println();
        write();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
