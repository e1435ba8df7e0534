package dev.qapi.services.stayregistrations;

import dev.qapi.eservice.Calendar;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.DocumentType;
import dev.qapi.law.Deadlines;
import dev.qapi.law.Due;
import dev.qapi.law.Duty;
import dev.qapi.law.Term;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the law asks for next, by when if VMMS knows on which day the term began. */
record NextDuty(
        Duty code,
        String text,
        String clause,
        LocalDate inForceSince,
        Term term,
        @Nullable LocalDate dueBy,
        @Nullable Integer workingDaysLeft,
        boolean provisional) {

    /** None if it is not known by when. */
    Optional<Calendar.Entry> entry() {
        var uid = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.ofNullable(dueBy).map(day -> new Calendar.Entry(uid + '-' + day, day, text, clause));
    }

    /** None if the registration has no last day. */
    static Optional<NextDuty> of(
            StayInquiry inquiry, Vmms.Reply reply, Deadlines deadlines, LocalDate today, Words words) {
        var latest = Checked.latest(reply);
        if (latest.isEmpty()) {
            return Optional.of(
                    told(deadlines.undated(Duty.REGISTER, inquiry.citizenship(), today), deadlines, today, words));
        }
        return latest.map(Vmms.Registration::until)
                .map(until -> deadlines.of(duty(inquiry, latest.get().state()), inquiry.citizenship(), until))
                .map(due -> told(due, deadlines, today, words));
    }

    private static Duty duty(StayInquiry inquiry, Vmms.RegistrationState state) {
        return switch (state) {
            case ACTIVE ->
                inquiry.document().type() == DocumentType.RESIDENCE_CARD ? Duty.RENEW_RESIDENCE : Duty.EXTEND_STAY;
            case REMOVED_BY_HOST -> Duty.REGISTER_AGAIN;
            case ENDED -> Duty.LEAVE;
        };
    }

    private static NextDuty told(Due due, Deadlines deadlines, LocalDate today, Words words) {
        var left = deadlines.workingDaysLeft(due, today);
        return new NextDuty(
                due.duty(),
                words.of(due.duty()),
                due.clause(),
                due.inForceSince(),
                due.term(),
                due.day(),
                left.isPresent() ? left.getAsInt() : null,
                due.isProvisional());
    }
}
