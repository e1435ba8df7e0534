package dev.qapi.gateway.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.filing.StoredBook;
import dev.qapi.gateway.stores.Quiet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Letters are filed while everything that has a part in it is killed, the last five at once, and then three books are compared. At a rate that two cores bear while
 * gateways start beside it; {@code -Dkills.rate=60} wants more of them. {@code -Dkills=200} kills oftener, {@code -Dkills.seed=…} in the order of another run;
 * {@code -Dfilings=10000} files so many while nothing is killed. What came of it is in {@code target/killing.md}.
 */
class KillingTests {

    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    private static final int FILINGS = Integer.getInteger("filings", 300);
    private static final int AT_ONCE = 16;
    private static final int PER_SECOND = Integer.getInteger("kills.rate", 20);
    /** Of those who file a second, how many at least get a receipt in the same time. */
    private static final double RECEIPTED = 0.75;

    private static final int PAUSE = 1800;
    /** A second, and what a busy machine adds. */
    private static final Duration AT_ONCE_SAID = Duration.ofMillis(1500);

    private static final Duration SETTLED = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static final Ledger LEDGER = new Ledger();
    private static Site site;
    private static Senders senders;
    private static MongoClient client;
    private static StoredBook store;

    @BeforeAll
    static void start() throws IOException {
        Quiet.please();
        site = new Site(folder);
        senders = new Senders(site.gateways(), LEDGER);
        site.start();
        client = MongoClients.create(site.mongoUri());
        store = new StoredBook(client.getDatabase("qapi"), Peppers.of(Site.SECRET));
    }

    @AfterAll
    static void stop() {
        senders.close();
        client.close();
        site.close();
    }

    @Test
    void whatIsReceiptedIsDoneOnceHoweverOftenGatewaysStoresAndRegisterAreKilled() throws Exception {
        var early = Letter.any();
        var first = receipted(early);
        var killer = new Killer(site, SEED, PAUSE);
        var crowd = new Crowd(senders, LEDGER, PER_SECOND);
        killer.kill(KILLS);
        crowd.close();
        var settled = settled();
        var books = Books.of(LEDGER, store, site.deeds());
        new Report(SEED, site, killer, crowd, LEDGER, books, settled).write(Path.of("target", "killing.md"));
        assertThat(books.flaws()).isEmpty();
        assertThat(settled).isLessThan(SETTLED);
        assertThat(crowd.perSecond()).isGreaterThan(PER_SECOND * RECEIPTED);
        assertThat(killer.kills()).hasSize(KILLS);
        assertThat(senders.attempt(early.other(), site.gateways().getFirst()).kind())
                .isEqualTo("422 00016");
        assertThat(senders.attempt(early, site.gateways().getLast()).receipt()).isEqualTo(first.receipt());
    }

    @Test
    void twoGatewaysBesideEachOtherHandInEachOfManyOnce() throws Exception {
        for (var i = 0; i < FILINGS; i++) {
            while (LEDGER.underWay() >= AT_ONCE) {
                Thread.sleep(1);
            }
            senders.file(Letter.any());
        }
        settled();
        var books = Books.of(LEDGER, store, site.deeds());
        assertThat(books.flaws()).isEmpty();
        assertThat(books.done()).hasSizeGreaterThanOrEqualTo(FILINGS);
    }

    @Test
    void whileTheStoreIsAwayItIsSaidAtOnceThatNothingIsAcceptedAndTheSameKeyIsTakenAfterwards() {
        var gateway = site.gateways().getFirst();
        var letter = Letter.any();
        site.mongo().kill();
        try {
            for (var i = 0; i < 5; i++) {
                var answer = senders.attempt(letter, gateway);
                assertThat(answer.kind()).isEqualTo("503 00017");
                assertThat(answer.pause()).isPositive();
                assertThat(answer.took()).isLessThan(AT_ONCE_SAID);
            }
        } finally {
            site.mongo().comeBack();
        }
        assertThat(receipted(letter).number()).isNotEmpty();
    }

    private static Answer receipted(Letter letter) {
        LEDGER.begun(letter);
        var answer = await().atMost(Duration.ofSeconds(60))
                .until(() -> senders.attempt(letter, site.gateways().getFirst()), Answer::isReceipt);
        LEDGER.receipted(letter, answer, Duration.ZERO, Duration.ZERO);
        return answer;
    }

    /** How long it takes until everybody who did not give up has a receipt, and nothing waits for the register. */
    private static Duration settled() throws InterruptedException {
        var begun = System.nanoTime();
        while (!isSettled() && System.nanoTime() - begun < 4 * SETTLED.toNanos()) {
            Thread.sleep(250);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static boolean isSettled() {
        try {
            return LEDGER.underWay() == 0 && store.isNoneWaiting();
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}
