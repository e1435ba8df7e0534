package dev.qapi.gateway.audit;

/** What is wrong at a place of a chain. */
enum Flaw {
    /** The entry is not the one that was written there. */
    ALTERED,
    /** No entry stands there although later ones do. */
    MISSING,
    /** More than one entry claims to stand there. */
    REPEATED,
    /** The chain once went on from there. */
    CUT_OFF,
    /** What says how far the chain goes was not written by a gateway. */
    FALSE_HEAD
}
