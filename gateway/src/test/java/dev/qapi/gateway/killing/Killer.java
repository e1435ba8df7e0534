package dev.qapi.gateway.killing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Kills and brings back at random, one gateway at a time and at last everything; the same seed, the same order. */
final class Killer {

    /** Of fifteen; each of the two gateways so often: they take longest to start. */
    private static final int GATEWAY = 1;

    private static final int MONGO = 6;
    private static final int REDIS = 6;
    private static final int REGISTER = 1;

    private final Site site;
    private final Random random;
    private final int pause;
    private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> returns = new CopyOnWriteArrayList<>();
    private final List<String> kills = new CopyOnWriteArrayList<>();

    /** @param pause milliseconds between two kills, give or take all of it */
    Killer(Site site, long seed, int pause) {
        this.site = site;
        this.random = new Random(seed);
        this.pause = pause;
    }

    /** So often, the last five all at once; returns when everything is up. */
    void kill(int times) {
        deck(times - site.all().size()).forEach(this::killSoon);
        returns.forEach(CompletableFuture::join);
        sleep(pause);
        site.all().forEach(this::killNow);
        returns.forEach(CompletableFuture::join);
    }

    private List<Victim> deck(int times) {
        var deck = new ArrayList<Victim>();
        while (deck.size() < times) {
            var hand = new ArrayList<Victim>();
            hand.addAll(Collections.nCopies(MONGO, site.mongo()));
            hand.addAll(Collections.nCopies(REDIS, site.redis()));
            hand.addAll(Collections.nCopies(REGISTER, site.register()));
            site.gateways().forEach(gateway -> hand.addAll(Collections.nCopies(GATEWAY, gateway)));
            Collections.shuffle(hand, random);
            deck.addAll(hand);
        }
        return deck.subList(0, Math.max(times, 0));
    }

    private void killSoon(Victim victim) {
        sleep(random.nextInt(2 * pause));
        while (!mayDie(victim)) {
            returns.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
            sleep(20);
        }
        killNow(victim);
    }

    private boolean mayDie(Victim victim) {
        return victim.isUp()
                && (!site.gateways().contains(victim)
                        || site.gateways().stream().allMatch(Victim::isUp));
    }

    private void killNow(Victim victim) {
        kills.add(victim.name());
        victim.kill();
        var away = random.nextInt(500);
        returns.add(CompletableFuture.runAsync(
                () -> {
                    sleep(away);
                    victim.comeBack();
                },
                aside));
    }

    /** The names of those killed, in that order. */
    List<String> kills() {
        return kills;
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
