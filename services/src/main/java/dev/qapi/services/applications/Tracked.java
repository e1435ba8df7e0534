package dev.qapi.services.applications;

import dev.qapi.eservice.Manat;
import dev.qapi.eservice.NeedsScope;
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

    static Tracked from(Vmms.Reply reply, Lately lately, Today today, Words words) {
        return new Tracked(reply.newestFirst()
                .map(application -> Application.from(application, lately, today, words))
                .toList());
    }

    record Application(
            ApplicationNumber number,
            Coded<Kind> kind,
            StatusNow status,
            HolderNow holder,
            List<String> waitingFor,
            @Nullable Coded<Remedy> remedy,
            @Nullable Expected expected,
            @Nullable Fee fee,
            List<Issued> issued,
            List<Step> history) {

        static Application from(Vmms.Application a, Lately lately, Today today, Words words) {
            return new Application(
                    a.number(),
                    Coded.of(kind(a.kind()), words),
                    new StatusNow(
                            a.status().code(),
                            a.status().raw(),
                            words.of(a.status().code()),
                            a.statusSince()),
                    HolderNow.from(a, today, words),
                    a.waitingFor(),
                    Remedy.of(a).map(remedy -> Coded.of(remedy, words)).orElse(null),
                    Expected.of(a, lately, today).orElse(null),
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

    record StatusNow(StatusCode code, String raw, String text, LocalDate since) {}

    record Step(StatusCode code, String raw, String text, Instant at) {
        static Step from(Vmms.Step step, Words words) {
            return new Step(
                    step.status().code(),
                    step.status().raw(),
                    words.of(step.status().code()),
                    step.at());
        }
    }

    record Fee(
            Manat amount,
            String currency,
            @NeedsScope("applications.numbers") @Nullable RegisterNumber paymentNumber,
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
