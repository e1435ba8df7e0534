package dev.qapi.eservice;

/** How an answer came about. */
public enum Freshness {
    /** Asked just now. */
    FRESH,
    /** Kept, and young enough not to ask again. */
    CACHED,
    /** Kept, older than that; it stands in because the register gives no answer. */
    STALE,
    /** Something is {@link Missing}. */
    PARTIAL
}
