package dev.qapi.services.owndata;

import dev.qapi.eservice.Accesses.Access;

/** Who it was, as far as the audit knows. */
enum Onlooker {
    YOU,
    ANYBODY,
    PERSON,
    EMPLOYER,
    PORTAL,
    OPERATOR;

    static Onlooker of(Access access) {
        if (access.own()) {
            return YOU;
        }
        return switch (access.caller()) {
            case ANONYMOUS -> ANYBODY;
            case PERSON -> PERSON;
            case EMPLOYER -> EMPLOYER;
            case PORTAL -> PORTAL;
            case OPERATOR -> OPERATOR;
        };
    }
}
