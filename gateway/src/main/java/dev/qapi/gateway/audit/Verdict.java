package dev.qapi.gateway.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the verifier found out about one chain.
 *
 * @param entries how many stand in it
 * @param verifiedUpTo the last place up to which all is as it was written
 * @param end how it ends
 * @param brokenAt the first place where something is wrong; absent if nothing is, 0 if it has no place
 * @param flaw what is wrong there
 */
record Verdict(
        String chain,
        long entries,
        long verifiedUpTo,
        End end,
        @Nullable Long brokenAt,
        @Nullable Flaw flaw) {

    /** How a chain ends. */
    enum End {
        /** Its process stopped in good order. */
        CLOSED,
        /** Its process is running, or was killed: at most a half written line for an answer that never left is lost. */
        OPEN,
        /** Nothing says how far it went. */
        UNKNOWN
    }

    /** As a whole, be it open. */
    boolean isWhole() {
        return flaw == null;
    }
}
