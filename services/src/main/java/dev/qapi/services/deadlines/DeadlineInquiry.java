package dev.qapi.services.deadlines;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What happened, to nobody in particular. */
record DeadlineInquiry(
        Citizenship citizenship,
        LocalDate entryDate,
        @Nullable LocalDate stayEndsOn,
        @Nullable LocalDate residencePermitEndsOn,
        @Nullable LocalDate movedOn,
        @Nullable LocalDate cardLostOn,
        @Nullable LocalDate dataChangedOn,
        @Nullable LocalDate contractEndedOn,
        @Nullable LocalDate foreignCitizenshipAcquiredOn,
        @Nullable LocalDate letterSentOn)
        implements Inquiry {

    private static final LocalDate EARLIEST = LocalDate.of(1992, 1, 1);
    private static final int YEARS_AHEAD = 10;

    @Override
    public List<Identifier> subject() {
        return List.of();
    }

    @Override
    public SequencedMap<String, Rule> amiss(LocalDate today) {
        var amiss = new LinkedHashMap<String, Rule>();
        var latest = today.plusYears(YEARS_AHEAD);
        check(amiss, "/entryDate", entryDate, EARLIEST, today);
        check(amiss, "/stayEndsOn", stayEndsOn, entryDate, latest);
        check(amiss, "/residencePermitEndsOn", residencePermitEndsOn, entryDate, latest);
        check(amiss, "/movedOn", movedOn, entryDate, latest);
        check(amiss, "/cardLostOn", cardLostOn, entryDate, latest);
        check(amiss, "/dataChangedOn", dataChangedOn, entryDate, latest);
        check(amiss, "/contractEndedOn", contractEndedOn, entryDate, latest);
        check(amiss, "/foreignCitizenshipAcquiredOn", foreignCitizenshipAcquiredOn, EARLIEST, latest);
        check(amiss, "/letterSentOn", letterSentOn, EARLIEST, latest);
        return amiss;
    }

    private static void check(
            SequencedMap<String, Rule> amiss, String pointer, @Nullable LocalDate day, LocalDate from, LocalDate to) {
        if (day != null && (day.isBefore(from) || day.isAfter(to))) {
            amiss.put(pointer, Rule.DAY);
        }
    }
}
