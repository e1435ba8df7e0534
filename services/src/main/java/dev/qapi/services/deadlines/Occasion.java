package dev.qapi.services.deadlines;

import dev.qapi.identifier.Citizenship;
import dev.qapi.law.Duty;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A duty with the day from which, or back from which, its term is counted. */
record Occasion(Duty duty, @Nullable LocalDate event) {

    private static final Citizenship OWN = Citizenship.of("AZE");

    /** What concerns foreigners only does not follow for a citizen. */
    static Stream<Occasion> in(DeadlineInquiry told) {
        var anybodys = Stream.of(
                new Occasion(Duty.REPORT_FOREIGN_CITIZENSHIP, told.foreignCitizenshipAcquiredOn()),
                new Occasion(Duty.FORWARD_LETTER, told.letterSentOn()),
                new Occasion(Duty.ANSWER_LETTER, told.letterSentOn()));
        var foreigners = told.citizenship().equals(OWN) ? Stream.<Occasion>empty() : ofAForeigner(told);
        return Stream.concat(foreigners, anybodys).filter(it -> it.event() != null);
    }

    private static Stream<Occasion> ofAForeigner(DeadlineInquiry told) {
        return Stream.of(
                new Occasion(Duty.REGISTER, told.entryDate()),
                new Occasion(Duty.EXTEND_STAY, told.stayEndsOn()),
                new Occasion(Duty.LEAVE, told.stayEndsOn()),
                new Occasion(Duty.RENEW_RESIDENCE, told.residencePermitEndsOn()),
                new Occasion(Duty.REGISTER_AGAIN, told.movedOn()),
                new Occasion(Duty.REPORT_LOST_CARD, told.cardLostOn()),
                new Occasion(Duty.REPORT_CHANGE, told.dataChangedOn()),
                new Occasion(Duty.REPORT_CONTRACT_END, told.contractEndedOn()));
    }
}
