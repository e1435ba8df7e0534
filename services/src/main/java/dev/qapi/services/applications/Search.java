package dev.qapi.services.applications;

import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import org.jspecify.annotations.Nullable;

/** How VMMS is asked for applications. */
record Search(
        DocumentType documentType,
        DocumentNumber documentNumber,
        BirthDate birthDate,
        Citizenship citizenship,
        @Nullable ApplicationNumber applicationNumber) {

    static Search of(TrackingInquiry inquiry) {
        return new Search(
                inquiry.document().type(),
                inquiry.document().number(),
                inquiry.birthDate(),
                inquiry.citizenship(),
                inquiry.applicationNumber());
    }
}
