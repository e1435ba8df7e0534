package dev.qapi.gateway.matrix;

/** What a person is told, in the matrix's own words. */
enum Outcome {
    OK_FRESH,
    OK_CACHED,
    STALE,
    UNAVAILABLE,
    UNKNOWN,
    NOT_FOUND,
    /** Nothing that anybody may be told. */
    BROKEN
}
