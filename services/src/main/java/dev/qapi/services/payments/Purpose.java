package dev.qapi.services.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/** What a fee is for, or which breach a fine is for. */
enum Purpose {
    STAY_EXTENSION("EXT"),
    TEMPORARY_RESIDENCE("TRP"),
    PERMANENT_RESIDENCE("PRP"),
    WORK_PERMIT("WP"),
    RESIDENCE_CARD("CARD"),
    RULES_OF_STAY("575.1"),
    HIRED_WITHOUT_PERMIT("578.1"),
    LOST_DOCUMENT("LOST_DOCUMENT"),
    CONTRACT_END_NOT_REPORTED("EARLY_END");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    /** By VMMS's own code, or by ours where a kept answer is read back. */
    @JsonCreator
    static Purpose of(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code.equals(code) || it.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a purpose"));
    }

    /** Whether the permit is cancelled if the fee is not paid in time. */
    boolean isPermit() {
        return ordinal() <= WORK_PERMIT.ordinal();
    }
}
