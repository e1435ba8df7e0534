package dev.qapi.services.evidence;

import dev.qapi.eservice.Register;

/** What can be filled in from elsewhere, and who holds it. */
enum Attribute {
    IDENTITY("identity", Register.IAMAS),
    LAST_ENTRY("lastEntry", Register.IAMAS),
    EMPLOYMENTS("employments", Register.AVIS),
    CIVIL_STATUS("civilStatus", Register.VVADQ),
    VISAS("visas", Register.VISA);

    private final String field;
    private final Register holder;

    Attribute(String field, Register holder) {
        this.field = field;
        this.holder = holder;
    }

    /** Where it stands in the answer. */
    String field() {
        return field;
    }

    Register holder() {
        return holder;
    }
}
