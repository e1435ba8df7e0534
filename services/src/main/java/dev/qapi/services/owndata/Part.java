package dev.qapi.services.owndata;

import dev.qapi.eservice.Register;

/** What is held on a person, and by whom. */
enum Part {
    IDENTITY("identity", Register.IAMAS),
    CROSSINGS("crossings", Register.IAMAS),
    REGISTRATIONS("registrations", Register.VMMS),
    PERMITS("permits", Register.VMMS),
    EMPLOYMENTS("employments", Register.AVIS),
    CIVIL_STATUS("civilStatus", Register.VVADQ),
    VISAS("visas", Register.VISA);

    private final String field;
    private final Register holder;

    Part(String field, Register holder) {
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
