package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Manat;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an application has got to. */
record Progress(
        ApplicationNumber number,
        Status status,
        LocalDate statusSince,
        Holder holder,
        @Nullable LocalDate holderUntil,
        @Nullable Fee fee,
        List<Issued> issued) {

    /** The decision, once it may be handed out: before the fee is paid it is none yet. */
    Optional<Issued> decision() {
        return status.code() == StatusCode.ISSUED
                ? issued.stream()
                        .filter(paper -> paper.kind().equals("DECISION") && paper.validUntil() != null)
                        .findFirst()
                : Optional.empty();
    }

    record Fee(
            Manat amount,
            @Nullable RegisterNumber paymentNumber,
            @Nullable LocalDate dueBy,
            Told.FeeState state) {}

    /** @param kind a decision is {@code DECISION} */
    record Issued(
            String kind, RegisterNumber number, @Nullable LocalDate validUntil) {}

    enum Holder {
        APPLICANT,
        DMX,
        EXTERNAL,
        NONE
    }

    record Search(
            DocumentType documentType,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            ApplicationNumber applicationNumber)
            implements Inquiry {

        static Search of(Extension filed, ApplicationNumber number) {
            return new Search(
                    filed.document().type(), filed.document().number(), filed.birthDate(), filed.citizenship(), number);
        }

        @Override
        public List<Identifier> subject() {
            return List.of(documentNumber, birthDate, citizenship);
        }
    }

    record Subject(
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            @Nullable ApplicationNumber applicationNumber) {}

    record Reply(Match outcome, Instant asOf, boolean complete, Subject subject, List<Progress> applications)
            implements Evidence<Search> {
        public Reply {
            if (applications.size() != (outcome == Match.MATCHED ? 1 : 0)) {
                throw new IllegalArgumentException("outcome and application do not fit");
            }
        }

        Progress application() {
            return applications.getFirst();
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Search asked) {
            return subject.equals(new Subject(
                            asked.documentNumber(), asked.birthDate(), asked.citizenship(), asked.applicationNumber()))
                    && applications.stream().allMatch(it -> it.number().equals(asked.applicationNumber()));
        }

        /** Only a decision that was issued stands in for a register that is silent. */
        @Override
        public boolean denies() {
            return applications.stream().allMatch(it -> it.decision().isEmpty());
        }
    }
}
