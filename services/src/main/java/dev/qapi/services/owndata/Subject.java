package dev.qapi.services.owndata;

import java.util.Arrays;

/** What was asked about: an e-service that tells about persons. */
enum Subject {
    APPLICATIONS("applications"),
    STAY_REGISTRATIONS("stay-registrations"),
    PAYMENTS("payments"),
    RESTRICTIONS("restrictions"),
    EVIDENCE("evidence"),
    OWN_DATA("own-data"),
    OTHER("");

    private final String eservice;

    Subject(String eservice) {
        this.eservice = eservice;
    }

    String eservice() {
        return eservice;
    }

    static Subject of(String eservice) {
        return Arrays.stream(values())
                .filter(it -> it.eservice.equals(eservice))
                .findFirst()
                .orElse(OTHER);
    }
}
