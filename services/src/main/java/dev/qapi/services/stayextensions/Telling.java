package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Words;
import dev.qapi.law.Tariffs;
import dev.qapi.law.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Tells an extension in the reader's words, on a certain day. */
record Telling(Tariffs tariffs, WorkingDays calendar, LocalDate today, Words words) {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BAKU);
    }

    Told of(Known known) {
        var filed = known.filed();
        var wanted = filed.payload();
        var progress = known.progress().orElse(null);
        return new Told(
                filed.receipt(),
                coded(filed.state()),
                filed.history().stream().map(this::step).toList(),
                wanted.days(),
                coded(wanted.speed()),
                coded(wanted.ground()),
                wanted.files() == null
                        ? null
                        : wanted.files().stream()
                                .map(it -> new Told.File(it.type(), it.size(), it.hash()))
                                .toList(),
                new Fees(tariffs, words).of(known),
                early(known.inTime()),
                application(filed.reply(), progress),
                filed.state() == Filed.State.REFUSED ? coded(Told.Refusal.NOT_TAKEN) : null,
                known.progress()
                        .flatMap(Progress::decision)
                        .map(Telling::decision)
                        .orElse(null),
                known.inTime() != null && known.inTime().isAboutNobody());
    }

    private <E extends Enum<E>> Told.Coded<E> coded(E code) {
        return new Told.Coded<>(code, words.of(code));
    }

    private Told.Step step(Filed.Step step) {
        return new Told.Step(step.state(), words.of(step.state()), step.at());
    }

    private Told.@Nullable Early early(@Nullable InTime inTime) {
        return inTime == null
                ? null
                : new Told.Early(
                        inTime.verdict(), words.of(inTime.verdict()), inTime.ends(), inTime.fileBy(), inTime.clause());
    }

    private Told.@Nullable Application application(@Nullable Registered registered, @Nullable Progress progress) {
        if (registered == null) {
            return null;
        }
        return new Told.Application(
                registered.number(),
                registered.decisionDueBy(),
                progress == null
                        ? null
                        : new Told.Status(
                                progress.status().code(),
                                words.of(progress.status().code()),
                                progress.statusSince()),
                progress == null ? null : holder(progress));
    }

    private Told.Holder holder(Progress progress) {
        var turn = switch (progress.holder()) {
            case APPLICANT -> Told.Turn.APPLICANT;
            case DMX -> Told.Turn.MIGRATION_SERVICE;
            case EXTERNAL -> Told.Turn.OTHER_BODY;
            case NONE -> Told.Turn.NOBODY;
        };
        var until = progress.holderUntil();
        return new Told.Holder(
                turn,
                words.of(turn),
                until,
                until == null ? null : calendar.between(today, until),
                until == null ? null : today.isAfter(until));
    }

    private static Told.@Nullable Decision decision(Progress.Issued issued) {
        return issued.validUntil() == null ? null : new Told.Decision(issued.number(), issued.validUntil());
    }
}
