package dev.qapi.eservice;

import java.util.List;
import java.util.Optional;

/**
 * When people could not file, through no fault of theirs or of a register: whoever missed a term because of us can point to
 * it. It never waits for a store.
 */
public interface Acceptance {

    /** Those of the last 90 days, the newest first; empty as long as nobody could look since this gateway was started. */
    Optional<List<Outage>> outages();
}
