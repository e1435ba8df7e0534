package dev.qapi.services.payments;

/** What kind of charge it is. */
enum Kind {
    FEE,
    FINE
}
