package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The document that proves who a foreigner is. */
public enum DocumentType {
    /** A national passport. */
    PASSPORT,
    /** A temporary ({@code MYİ}) or permanent ({@code DYİ}) residence card. */
    RESIDENCE_CARD,
    /** A travel document of a stateless person or a refugee. */
    TRAVEL_DOCUMENT;

    /** @throws Malformed if there is no such kind */
    @JsonCreator
    public static DocumentType of(String name) {
        for (var type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new Malformed(Malformed.Rule.DOCUMENT_TYPE);
    }
}
