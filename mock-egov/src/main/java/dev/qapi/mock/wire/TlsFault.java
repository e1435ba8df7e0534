package dev.qapi.mock.wire;

/** What is wrong with a server's TLS. */
public enum TlsFault {
    /** Nothing. */
    NONE,
    /** Its certificate has expired. */
    EXPIRED,
    /** Its certificate is another host's. */
    OTHER_HOST,
    /** Nobody knows who issued its certificate. */
    UNKNOWN_CA,
    /** It knows no TLS newer than 1.1. */
    TLS_1_1_ONLY,
    /** It never answers a ClientHello. */
    HANDSHAKE_STALLS
}
