package dev.qapi.services.applications;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import dev.qapi.eservice.Course;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Manat;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    record Reply(Match outcome, Instant asOf, boolean complete, Subject subject, List<Application> applications)
            implements Evidence<TrackingInquiry> {

        public Reply {
            if ((outcome == Match.MATCHED) == applications.isEmpty()) {
                throw new IllegalArgumentException("outcome and applications do not fit");
            }
        }

        Stream<Application> newestFirst() {
            return applications.stream().sorted(comparing(Application::begun).reversed());
        }

        /** Of the one that was asked for by its number. */
        Course course() {
            return applications.getFirst().course();
        }

        boolean isAnyUndecided() {
            return applications.stream()
                    .anyMatch(application -> application.submittedAndUndecided().isPresent());
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

    record Application(
            ApplicationNumber number,
            Kind kind,
            Status status,
            LocalDate statusSince,
            Holder holder,
            @Nullable String holderName,
            @Nullable String holderClause,
            @Nullable LocalDate holderUntil,
            List<String> waitingFor,
            @Nullable Fee fee,
            List<Issued> issued,
            List<Step> history) {

        Instant begun() {
            return history.stream().map(Step::at).min(naturalOrder()).orElse(Instant.MIN);
        }

        /** The day it was handed in, if the service or another body has yet to decide. */
        Optional<LocalDate> submittedAndUndecided() {
            return holder == Holder.APPLICANT
                            || holder == Holder.NONE
                            || history.stream().anyMatch(Step::isDecision)
                    ? Optional.empty()
                    : history.stream().filter(Step::isSubmission).map(Step::day).findFirst();
        }

        /** A status may come back, and is another one then. */
        Course course() {
            var since = history.stream()
                    .filter(step -> step.status().equals(status))
                    .map(Step::at)
                    .max(naturalOrder());
            var reached = status.code() + " " + since.map(Instant::toString).orElseGet(statusSince::toString);
            return new Course(
                    List.of(reached), EventType.STATUS_CHANGED, status.code().isEnd());
        }

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

    record Step(Status status, Instant at) {

        boolean isSubmission() {
            return status.code() == StatusCode.SUBMITTED;
        }

        boolean isDecision() {
            return status.code().isDecided();
        }

        LocalDate day() {
            return Today.dayOf(at);
        }
    }

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
}
