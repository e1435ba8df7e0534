package dev.qapi.services.letters;

/** Over which a letter came. */
enum Channel {
    SITE,
    EMAIL,
    MYGOV,
    EGOV
}
