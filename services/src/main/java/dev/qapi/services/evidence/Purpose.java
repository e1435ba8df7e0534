package dev.qapi.services.evidence;

import static dev.qapi.services.evidence.Attribute.CIVIL_STATUS;
import static dev.qapi.services.evidence.Attribute.EMPLOYMENTS;
import static dev.qapi.services.evidence.Attribute.IDENTITY;
import static dev.qapi.services.evidence.Attribute.LAST_ENTRY;
import static dev.qapi.services.evidence.Attribute.VISAS;

import java.util.List;

/** The form to fill in, and what it asks for; nothing else is fetched, and whoever holds nothing else is not asked. */
enum Purpose {
    STAY_EXTENSION(IDENTITY, LAST_ENTRY, VISAS),
    CITIZENSHIP_NOTICE(IDENTITY, CIVIL_STATUS),
    LETTER(IDENTITY),
    CORRECTION(IDENTITY, LAST_ENTRY, EMPLOYMENTS, CIVIL_STATUS, VISAS);

    private final List<Attribute> needs;

    Purpose(Attribute... needs) {
        this.needs = List.of(needs);
    }

    List<Attribute> needs() {
        return needs;
    }
}
