package dev.qapi.services.quota;

/** What the tax system says of a company; only an active one may hire. */
enum TaxpayerStatus {
    ACTIVE,
    SUSPENDED,
    LIQUIDATED
}
