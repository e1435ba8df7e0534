package dev.qapi.gateway.killing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Those who file: as many a second as are told to, whether or not the earlier ones have been answered. */
final class Senders implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int FEW = 20;
    private static final double GIVE_UP = 0.02;
    private static final double ASK_AGAIN = 0.05;
    /** As load balancers let only so many in: of a thousand who push at two cores none would be served in time. */
    private static final int IN_AT_ONCE = Integer.getInteger("kills.together", 24);

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build();
    private final List<Victim> gateways;
    private final Ledger ledger;
    private final Semaphore door = new Semaphore(IN_AT_ONCE, true);

    Senders(List<Victim> gateways, Ledger ledger) {
        this.gateways = gateways;
        this.ledger = ledger;
        gateways.forEach(gateway -> gateway.whenItListens(() -> warm(gateway)));
    }

    /** A gateway that has just been started gets a few one after the other, past the door, before it gets its share, as load balancers do. */
    private void warm(Victim gateway) {
        for (var i = 0; i < FEW; i++) {
            var letter = Letter.any();
            ledger.begun(letter);
            var answer = sent(letter, gateway);
            if (answer.isReceipt()) {
                ledger.receipted(letter, answer, answer.took(), Duration.ZERO);
            } else {
                people.execute(() -> fileUntilKnown(letter));
            }
        }
    }

    /** Does not wait for the receipt. */
    void file(Letter letter) {
        ledger.begun(letter);
        people.execute(() -> fileUntilKnown(letter));
    }

    private void fileUntilKnown(Letter letter) {
        var begun = System.nanoTime();
        var doubtful = 0L;
        for (var times = 0; ; times++) {
            var answer = attempt(letter, this::any);
            ledger.answered(answer);
            if (answer.isReceipt()) {
                ledger.receipted(letter, answer, since(begun), doubtful == 0 ? Duration.ZERO : since(doubtful));
                askAgain(letter, answer);
                return;
            }
            if (answer.isMissing()) {
                doubtful = doubtful == 0 ? System.nanoTime() : doubtful;
                if (ThreadLocalRandom.current().nextDouble() < GIVE_UP) {
                    ledger.gaveUp(letter);
                    return;
                }
            } else if (!answer.isPutOff()) {
                ledger.surprised(letter.key() + " got " + answer);
            }
            pause(answer, times);
        }
    }

    /** Whoever sends the same again gets the same receipt, and with anything else under that key nothing. */
    private void askAgain(Letter letter, Answer first) {
        if (ThreadLocalRandom.current().nextDouble() < ASK_AGAIN) {
            var second = attempt(letter, this::any);
            if (second.isReceipt() && !(second.replayed() && second.receipt().equals(first.receipt()))) {
                ledger.surprised(letter.key() + " got " + first + " and then " + second);
            }
            var other = attempt(letter.other(), this::any);
            if (!other.isMissing() && !other.isPutOff() && other.status() != 422) {
                ledger.surprised(letter.key() + " took something else: " + other);
            }
        }
    }

    /** One that is up, if any is. */
    private Victim any() {
        var one = ThreadLocalRandom.current().nextInt(gateways.size());
        var other = (one + 1) % gateways.size();
        return gateways.get(gateways.get(one).isUp() ? one : other);
    }

    Answer attempt(Letter letter, Victim gateway) {
        return attempt(letter, () -> gateway);
    }

    private Answer attempt(Letter letter, Supplier<Victim> gateway) {
        door.acquireUninterruptibly();
        try {
            return sent(letter, gateway.get());
        } finally {
            door.release();
        }
    }

    private Answer sent(Letter letter, Victim gateway) {
        var begun = System.nanoTime();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/api/v1/letters"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.key())
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(letter.body()))
                .build();
        try {
            var said = http.send(request, BodyHandlers.ofString());
            return Answer.of(
                    said.statusCode(),
                    said.body(),
                    said.headers().firstValue("Idempotent-Replay").isPresent(),
                    said.headers().firstValue("Retry-After"),
                    since(begun));
        } catch (IOException broken) {
            return Answer.none(since(begun));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the answer says, and longer each time. */
    private static void pause(Answer answer, int times) {
        try {
            var longest = 400 << Math.min(times, 2);
            Thread.sleep(answer.pause().plusMillis(ThreadLocalRandom.current().nextInt(100, longest)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        people.shutdownNow();
        http.shutdownNow();
    }
}
