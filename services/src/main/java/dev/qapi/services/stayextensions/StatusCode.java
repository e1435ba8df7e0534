package dev.qapi.services.stayextensions;

/** The canonical statuses of an application, each with VMMS's own code. */
enum StatusCode {
    SUBMITTED("100"),
    REGISTERED("110"),
    INCOMPLETE("120"),
    UNDER_REVIEW("130"),
    AWAITING_OTHER_BODY("140"),
    APPROVED_AWAITING_FEE("150"),
    FEE_PAID("160"),
    IN_PRODUCTION("170"),
    READY_FOR_COLLECTION("180"),
    ISSUED("190"),
    REFUSED("210"),
    WITHDRAWN("220"),
    CANCELLED_FEE_UNPAID("230"),
    EXPIRED("240"),
    APPEALED("250");

    private final String raw;

    StatusCode(String raw) {
        this.raw = raw;
    }

    String raw() {
        return raw;
    }

    static StatusCode ofRaw(String raw) {
        for (var code : values()) {
            if (code.raw.equals(raw)) {
                return code;
            }
        }
        throw new IllegalArgumentException("unknown status");
    }
}
