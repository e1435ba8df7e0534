package dev.qapi.services.applications;

import dev.qapi.eservice.Manat;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person is told: their applications, newest first. */
record Tracked(List<Application> applications) {

    static Tracked from(Vmms.Reply reply, Words words) {
        return new Tracked(reply.applications().stream()
                .sorted(Comparator.comparing(Tracked::begun).reversed())
                .map(application -> Application.from(application, words))
                .toList());
    }

    private static Instant begun(Vmms.Application application) {
        return application.history().stream()
                .map(Vmms.Step::at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    record Application(
            ApplicationNumber number,
            Coded<Kind> kind,
            Status status,
            HolderNow holder,
            List<String> waitingFor,
            @Nullable Fee fee,
            List<Issued> issued,
            List<Step> history) {

        static Application from(Vmms.Application a, Words words) {
            return new Application(
                    a.number(),
                    Coded.of(kind(a.kind()), words),
                    new Status(
                            a.status().code(),
                            a.status().raw(),
                            words.of(a.status().code()),
                            a.statusSince()),
                    HolderNow.from(a, words),
                    a.waitingFor(),
                    a.fee() == null ? null : Fee.from(a.fee(), words),
                    a.issued().stream().map(paper -> Issued.from(paper, words)).toList(),
                    a.history().stream()
                            .sorted(Comparator.comparing(Vmms.Step::at).reversed())
                            .map(step -> Step.from(step, words))
                            .toList());
        }

        private static Kind kind(Vmms.Kind kind) {
            return switch (kind) {
                case TRP -> Kind.TEMPORARY_RESIDENCE;
                case PRP -> Kind.PERMANENT_RESIDENCE;
                case WP -> Kind.WORK_PERMIT;
                case EXT -> Kind.STAY_EXTENSION;
                case CIT -> Kind.CITIZENSHIP;
            };
        }
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }

    record Status(StatusCode code, String raw, String text, LocalDate since) {}

    record Step(StatusCode code, String raw, String text, Instant at) {
        static Step from(Vmms.Step step, Words words) {
            return new Step(
                    step.status().code(),
                    step.status().raw(),
                    words.of(step.status().code()),
                    step.at());
        }
    }

    record HolderNow(
            Holder code,
            String text,
            @Nullable String name,
            @Nullable LocalDate until) {
        static HolderNow from(Vmms.Application a, Words words) {
            var holder = switch (a.holder()) {
                case APPLICANT -> Holder.APPLICANT;
                case DMX -> Holder.MIGRATION_SERVICE;
                case EXTERNAL -> Holder.OTHER_BODY;
                case NONE -> Holder.NOBODY;
            };
            return new HolderNow(holder, words.of(holder), a.holderName(), a.holderUntil());
        }
    }

    record Fee(
            Manat amount,
            String currency,
            @Nullable RegisterNumber paymentNumber,
            @Nullable LocalDate dueBy,
            Coded<FeeState> state) {

        static Fee from(Vmms.Fee fee, Words words) {
            return new Fee(fee.amount(), "AZN", fee.paymentNumber(), fee.dueBy(), Coded.of(fee.state(), words));
        }
    }

    record Issued(
            Coded<IssuedKind> kind,
            RegisterNumber number,
            @Nullable LocalDate validUntil) {
        static Issued from(Vmms.Issued paper, Words words) {
            var kind = switch (paper.kind()) {
                case DECISION -> IssuedKind.DECISION;
                case CARD -> IssuedKind.RESIDENCE_CARD;
                case PIN -> IssuedKind.RESIDENCE_PIN;
                case WORK_PERMIT -> IssuedKind.WORK_PERMIT;
            };
            return new Issued(Coded.of(kind, words), paper.number(), paper.validUntil());
        }
    }

    enum Kind {
        TEMPORARY_RESIDENCE,
        PERMANENT_RESIDENCE,
        WORK_PERMIT,
        STAY_EXTENSION,
        CITIZENSHIP
    }

    enum Holder {
        APPLICANT,
        MIGRATION_SERVICE,
        OTHER_BODY,
        NOBODY
    }

    enum FeeState {
        DUE,
        PAID,
        LAPSED
    }

    enum IssuedKind {
        DECISION,
        RESIDENCE_CARD,
        RESIDENCE_PIN,
        WORK_PERMIT
    }
}
