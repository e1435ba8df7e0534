package dev.qapi.eservice;

/** What a person may do on the strength of an answer. */
public enum Reliance {
    /** Act on it. */
    SAFE,
    /** Look again before anything that cannot be undone. */
    RECHECK_BEFORE_ACTING,
    /** It is shown for orientation only. */
    DO_NOT_RELY
}
