package dev.qapi.services.stayregistrations;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.NotificationNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system, as it speaks about registrations at the place of stay. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/registrations/search")
    Mono<ResponseEntity<Reply>> search(@RequestBody Search search);

    record Search(
            DocumentType documentType,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            @Nullable NotificationNumber notificationNumber) {

        static Search of(StayInquiry inquiry) {
            return new Search(
                    inquiry.document().type(),
                    inquiry.document().number(),
                    inquiry.birthDate(),
                    inquiry.citizenship(),
                    inquiry.notificationNumber());
        }
    }

    record Reply(Match outcome, Instant asOf, boolean complete, Subject subject, List<Registration> registrations)
            implements Evidence<StayInquiry> {

        public Reply {
            if (outcome != Match.MATCHED && !registrations.isEmpty()) {
                throw new IllegalArgumentException("outcome and registrations do not fit");
            }
        }

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(StayInquiry inquiry) {
            return subject.equals(Subject.of(inquiry)) && registrations.stream().allMatch(it -> it.isAbout(inquiry));
        }

        @Override
        public boolean denies() {
            return registrations.stream().noneMatch(it -> it.state() == RegistrationState.ACTIVE);
        }
    }

    record Subject(
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            @Nullable NotificationNumber notificationNumber) {

        static Subject of(StayInquiry inquiry) {
            return new Subject(
                    inquiry.document().number(),
                    inquiry.birthDate(),
                    inquiry.citizenship(),
                    inquiry.notificationNumber());
        }
    }

    record Registration(
            NotificationNumber number,
            LocalDate from,
            @Nullable LocalDate until,
            String district,
            Host hostKind,
            String hostName,
            RegistrationState state) {

        public Registration {
            if (state == RegistrationState.ACTIVE ? until != null && until.isBefore(from) : until == null) {
                throw new IllegalArgumentException("state and days do not fit");
            }
        }

        boolean isAbout(StayInquiry inquiry) {
            return inquiry.notificationNumber() == null
                    || inquiry.notificationNumber().equals(number);
        }
    }

    enum Host {
        HOTEL,
        PERSON,
        EMPLOYER
    }

    enum RegistrationState {
        ACTIVE,
        ENDED,
        REMOVED_BY_HOST
    }
}
