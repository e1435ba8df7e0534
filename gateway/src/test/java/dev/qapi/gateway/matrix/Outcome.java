package dev.qapi.gateway.matrix;

/** What a person is told, in the matrix's own words. */
enum Outcome {
    OK_FRESH,
    OK_CACHED,
    STALE,
    /** One of several sources knows something, another one is silent. */
    PARTIAL,
    UNAVAILABLE,
    UNKNOWN,
    NOT_FOUND,
    /** Nothing that anybody may be told. */
    BROKEN
}
