package dev.qapi.gateway.audit;

import java.util.Map;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Walks along one chain, in the order of its sequence, up to the first place where it is not as it was written. */
final class ChainCheck {

    private final String chain;
    private final Promises promises;
    private final Predicate<Map<String, Object>> isGenuine;
    private @Nullable String before;
    private long entries;
    private long reached;
    private boolean strays;
    private @Nullable Long brokenAt;
    private @Nullable Flaw flaw;

    ChainCheck(String chain, Promises promises, Predicate<Map<String, Object>> isGenuine) {
        this.chain = chain;
        this.promises = promises;
        this.isGenuine = isGenuine;
        this.before = promises.beginning(chain);
    }

    void see(Document entry) {
        entries++;
        if (!(entry.get("sequence") instanceof Number sequence)) {
            strays = true; // where it stood, something is missing
        } else if (flaw == null) {
            judge(entry, sequence.longValue());
        }
    }

    private void judge(Document entry, long sequence) {
        var expected = reached + 1;
        if (sequence < expected) {
            isBroken(sequence, Flaw.REPEATED);
        } else if (sequence > expected) {
            isBroken(expected, Flaw.MISSING);
        } else if (!isGenuine.test(entry) || !isContinued(entry)) {
            isBroken(expected, Flaw.ALTERED);
        } else {
            reached = expected;
            before = entry.getString(AuditStamp.FIELD);
        }
    }

    private boolean isContinued(Document entry) {
        return chain.equals(entry.get("chain"))
                && (before == null || before.equals(entry.get("previous")))
                && promises.allow(Link.of(entry));
    }

    Verdict verdict() {
        if (flaw == null && promises.length(chain) > reached) {
            isBroken(reached + 1, Flaw.CUT_OFF);
        } else if (flaw == null && strays) {
            isBroken(0, Flaw.ALTERED);
        } else if (flaw == null && promises.isFalse(chain)) {
            isBroken(0, Flaw.FALSE_HEAD);
        }
        return new Verdict(chain, entries, Math.min(reached, end()), promises.end(chain), brokenAt, flaw);
    }

    private long end() {
        return brokenAt == null || brokenAt == 0 ? reached : brokenAt - 1;
    }

    private void isBroken(long at, Flaw what) {
        brokenAt = Math.max(0, at);
        flaw = what;
    }
}
