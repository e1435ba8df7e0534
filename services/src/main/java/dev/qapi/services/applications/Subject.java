package dev.qapi.services.applications;

import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import org.jspecify.annotations.Nullable;

/** Whom VMMS says it tells about. */
record Subject(
        DocumentNumber documentNumber,
        BirthDate birthDate,
        Citizenship citizenship,
        @Nullable ApplicationNumber applicationNumber) {

    static Subject of(TrackingInquiry inquiry) {
        return new Subject(
                inquiry.document().number(), inquiry.birthDate(), inquiry.citizenship(), inquiry.applicationNumber());
    }
}
