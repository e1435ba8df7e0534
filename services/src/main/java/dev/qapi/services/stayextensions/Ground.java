package dev.qapi.services.stayextensions;

/** Why somebody wants to stay longer. */
enum Ground {
    FAMILY,
    TREATMENT,
    BUSINESS,
    STUDY,
    CULTURE_OR_SPORT,
    CANNOT_TRAVEL
}
