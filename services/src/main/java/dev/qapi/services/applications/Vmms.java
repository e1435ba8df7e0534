package dev.qapi.services.applications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Manat;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system, as it speaks about applications. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/applications/search")
    Mono<ResponseEntity<Reply>> search(@RequestBody Search search);

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

    record Reply(Match outcome, Instant asOf, boolean complete, Subject subject, List<Application> applications)
            implements Evidence<TrackingInquiry> {

        public Reply {
            if ((outcome == Match.MATCHED) == applications.isEmpty()) {
                throw new IllegalArgumentException("outcome and applications do not fit");
            }
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(TrackingInquiry inquiry) {
            return subject.equals(Subject.of(inquiry)) && applications.stream().allMatch(a -> a.isAbout(inquiry));
        }
    }

    record Subject(
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            @Nullable ApplicationNumber applicationNumber) {

        static Subject of(TrackingInquiry inquiry) {
            return new Subject(
                    inquiry.document().number(),
                    inquiry.birthDate(),
                    inquiry.citizenship(),
                    inquiry.applicationNumber());
        }
    }

    record Application(
            ApplicationNumber number,
            Kind kind,
            Status status,
            LocalDate statusSince,
            Holder holder,
            @Nullable String holderName,
            @Nullable LocalDate holderUntil,
            List<String> waitingFor,
            @Nullable Fee fee,
            List<Issued> issued,
            List<Step> history) {

        boolean isAbout(TrackingInquiry inquiry) {
            return inquiry.applicationNumber() == null
                    || inquiry.applicationNumber().equals(number);
        }
    }

    record Fee(
            Manat amount,
            @Nullable RegisterNumber paymentNumber,
            @Nullable LocalDate dueBy,
            Tracked.FeeState state) {}

    record Issued(
            Paper kind, RegisterNumber number, @Nullable LocalDate validUntil) {}

    record Step(Status status, Instant at) {}

    enum Kind {
        TRP,
        PRP,
        WP,
        EXT,
        CIT
    }

    enum Holder {
        APPLICANT,
        DMX,
        EXTERNAL,
        NONE
    }

    enum Paper {
        DECISION,
        CARD,
        PIN,
        WORK_PERMIT
    }

    /** A status in the register's own code; one that we cannot translate makes the whole reply untrustworthy. */
    record Status(StatusCode code) {

        @JsonCreator
        static Status of(String raw) {
            return new Status(StatusCode.ofRaw(raw));
        }

        @JsonValue
        String raw() {
            return code.raw();
        }
    }
}
