package dev.qapi.identifier;

/** The document that proves who a foreigner is. */
public enum DocumentType {
    /** A national passport. */
    PASSPORT,
    /** A temporary ({@code MYİ}) or permanent ({@code DYİ}) residence card. */
    RESIDENCE_CARD,
    /** A travel document of a stateless person or a refugee. */
    TRAVEL_DOCUMENT
}
