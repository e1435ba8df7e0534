package dev.qapi.services.citizenshipnotices;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Words;
import dev.qapi.law.Deadlines;
import dev.qapi.law.Duty;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a notice in the reader's words. */
record Telling(Deadlines deadlines, Words words) {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    Own own(List<Filed<Notice, Registered>> all) {
        return new Own(all.stream().limit(Own.MOST).map(this::of).toList(), all.size());
    }

    Told of(Filed<Notice, Registered> filed) {
        var notice = filed.payload();
        var reply = filed.reply();
        return new Told(
                filed.receipt(),
                coded(filed.state()),
                filed.history().stream()
                        .map(step -> new Told.Step(step.state(), words.of(step.state()), step.at()))
                        .toList(),
                notice.acquired(),
                notice.acquiredOn(),
                coded(notice.residence()),
                coded(notice.residence().addressee),
                term(filed),
                files(notice),
                reply == null ? null : reply.number(),
                filed.state() == Filed.State.REFUSED ? coded(Told.Refusal.NOT_TAKEN) : null);
    }

    /** A month is one of the calendar, and its last day may be any: the law on citizenship moves none. */
    private Told.@Nullable Limit term(Filed<Notice, Registered> filed) {
        var notice = filed.payload();
        var given = LocalDate.ofInstant(filed.receipt().filedAt(), BAKU);
        return deadlines
                .find(Duty.REPORT_FOREIGN_CITIZENSHIP, notice.citizenship(), notice.acquiredOn())
                .map(due -> {
                    var last = Objects.requireNonNull(due.day());
                    return new Told.Limit(last, given.isAfter(last), due.clause());
                })
                .orElse(null);
    }

    private static @Nullable List<Told.File> files(Notice notice) {
        return notice.files() == null
                ? null
                : notice.files().stream()
                        .map(it -> new Told.File(it.type(), it.size(), it.hash()))
                        .toList();
    }

    private <E extends Enum<E>> Told.Coded<E> coded(E code) {
        return new Told.Coded<>(code, words.of(code));
    }
}
