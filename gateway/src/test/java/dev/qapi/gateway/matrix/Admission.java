package dev.qapi.gateway.matrix;

/** What becomes of whoever says who they are. */
enum Admission {
    ADMITTED,
    /** To where people log in. */
    SENT_ON,
    /** Who they say they are is not believed. */
    REFUSED,
    /** Nobody can tell now. */
    UNAVAILABLE,
    /** The session is over, as its owner wanted. */
    ENDED,
    /** Nothing that may become of anybody. */
    BROKEN
}
