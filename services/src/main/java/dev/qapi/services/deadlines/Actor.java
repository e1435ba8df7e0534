package dev.qapi.services.deadlines;

import dev.qapi.law.Duty;

/** Who has to act. */
enum Actor {
    PERSON,
    HOST,
    EMPLOYER,
    MIGRATION_SERVICE;

    static Actor of(Duty duty) {
        return switch (duty) {
            case REGISTER, REGISTER_AGAIN -> HOST;
            case EXTEND_STAY, RENEW_RESIDENCE, LEAVE, REPORT_LOST_CARD, REPORT_CHANGE, REPORT_FOREIGN_CITIZENSHIP ->
                PERSON;
            case REPORT_CONTRACT_END -> EMPLOYER;
            case FORWARD_LETTER, ANSWER_LETTER -> MIGRATION_SERVICE;
        };
    }
}
