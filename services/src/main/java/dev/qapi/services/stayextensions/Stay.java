package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.Identifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registration at the place of stay, as far as it says when the stay ends. */
record Stay(@Nullable LocalDate until, State state) {

    enum State {
        ACTIVE,
        ENDED,
        REMOVED_BY_HOST
    }

    record Search(
            DocumentType documentType, DocumentNumber documentNumber, BirthDate birthDate, Citizenship citizenship)
            implements Inquiry {

        static Search of(Extension wanted) {
            return new Search(
                    wanted.document().type(), wanted.document().number(), wanted.birthDate(), wanted.citizenship());
        }

        @Override
        public List<Identifier> subject() {
            return List.of(documentNumber, birthDate, citizenship);
        }
    }

    record Subject(DocumentNumber documentNumber, BirthDate birthDate, Citizenship citizenship) {}

    record Reply(Match outcome, Instant asOf, boolean complete, Subject subject, List<Stay> registrations)
            implements Evidence<Search> {
        public Reply {
            if (outcome != Match.MATCHED && !registrations.isEmpty()) {
                throw new IllegalArgumentException("outcome and registrations do not fit");
            }
        }

        /** The last day, if a registration that is in force has one. */
        Optional<LocalDate> ends() {
            return registrations.stream()
                    .filter(it -> it.state() == State.ACTIVE)
                    .map(Stay::until)
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo);
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Search asked) {
            return subject.equals(new Subject(asked.documentNumber(), asked.birthDate(), asked.citizenship()));
        }

        @Override
        public boolean denies() {
            return ends().isEmpty();
        }
    }
}
