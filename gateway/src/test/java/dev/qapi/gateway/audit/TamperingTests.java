package dev.qapi.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.audit.Tampering.Place;
import dev.qapi.gateway.audit.Verdict.End;
import dev.qapi.gateway.crypto.Peppers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can write to the store, but does not hold the secret, changes nothing unseen. */
class TamperingTests {

    private static final int MANY = 10_000;

    @TempDir
    static Path folder;

    private static StoredAudit untouched;

    @BeforeAll
    static void write() throws Exception {
        untouched = StoredAudit.of(folder, 23, 17, 20);
    }

    @Test
    void anUntouchedAuditOfThousandsIsWhole() throws Exception {
        var stored = StoredAudit.of(folder, 3_000, 1, 2_000, 0);
        assertThat(stored.verdicts()).hasSize(4).allMatch(Verdict::isWhole);
        assertThat(stored.verdicts().stream().mapToLong(Verdict::verifiedUpTo)).contains(3_000L, 1L, 2_000L, 0L);
        assertThat(stored.verdicts().stream().map(Verdict::end)).containsOnlyOnce(End.OPEN);
    }

    @Test
    void everyOneOfTenThousandTamperingsIsFoundAndItsPlaceNamed() {
        var random = new Random(20_261_123);
        var done = new EnumMap<Tampering, Integer>(Tampering.class);
        for (var time = 0; time < MANY; time++) {
            var tampering = Tampering.values()[time % Tampering.values().length];
            var stored = untouched.copy();
            var place = act(tampering, stored, random);
            assertThat(firstFlaws(stored.verdicts(StoredAudit.stamp()::isOn)))
                    .as("%s, number %d", tampering, time)
                    .contains(place);
            done.merge(tampering, 1, Integer::sum);
        }
        assertThat(done.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(MANY);
        assertThat(done).hasSize(Tampering.values().length);
    }

    /** Were the stamp not looked at, or what is known besides the entries, tamperings would go by unseen. */
    @Test
    void eachHalfOfTheCheckIsNeeded() {
        assertThat(unseen(Tampering.CHANGES_A_FIELD, _ -> true, false)).isPositive();
        assertThat(unseen(Tampering.TRUNCATES, StoredAudit.stamp()::isOn, true)).isPositive();
        assertThat(unseen(Tampering.CHANGES_A_FIELD, StoredAudit.stamp()::isOn, false))
                .isZero();
        assertThat(unseen(Tampering.TRUNCATES, StoredAudit.stamp()::isOn, false))
                .isZero();
    }

    private static long unseen(Tampering tampering, Predicate<Map<String, Object>> isGenuine, boolean withoutPromises) {
        var random = new Random(4);
        var unseen = 0;
        for (var time = 0; time < 200; time++) {
            var stored = untouched.copy();
            act(tampering, stored, random);
            if (withoutPromises) {
                stored.heads().clear();
                stored.outside().clear();
            }
            if (stored.verdicts(isGenuine).stream().allMatch(Verdict::isWhole)) {
                unseen++;
            }
        }
        return unseen;
    }

    @Test
    void whatIsWrittenUnderAnotherSecretIsNotGenuine() {
        assertThat(untouched.verdicts(new AuditStamp(Peppers.number(8))::isOn)).noneMatch(Verdict::isWhole);
    }

    /** As when a whole older copy of the store is put back. */
    @Test
    void aStoreThatIsPutBackInTimeKnowsLessThanWasDelivered() {
        var stored = untouched.copy();
        var last = untouched.outside().getFirst().chain();
        stored.entries().removeIf(entry -> last.equals(entry.get("chain")));
        stored.heads().removeIf(head -> last.equals(head.get("_id")));
        assertThat(firstFlaws(stored.verdicts())).containsExactly(new Place(last, 1));
    }

    /** A killed process says nothing any more; what it had written is known to the one that follows. */
    @Test
    void anEndThatWasTornByAKilledProcessIsNoTampering() {
        var stored = untouched.copy();
        var killed = untouched.heads().get(1).getString("_id");
        stored.heads().removeIf(head -> killed.equals(head.get("_id")));
        assertThat(stored.verdicts()).allMatch(Verdict::isWhole);
        assertThat(stored.verdicts())
                .filteredOn(verdict -> verdict.chain().equals(killed))
                .allMatch(verdict -> verdict.end() == End.UNKNOWN && verdict.verifiedUpTo() == 17);
    }

    private static Place act(Tampering tampering, StoredAudit stored, Random random) {
        var victim = stored.entries().get(random.nextInt(stored.entries().size()));
        return tampering.act(stored, victim, random);
    }

    private static List<Place> firstFlaws(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.isWhole())
                .map(verdict -> new Place(verdict.chain(), verdict.brokenAt() == null ? -1 : verdict.brokenAt()))
                .toList();
    }
}
