package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.BASIS;
import static dev.qapi.services.owndata.FieldName.CARD;
import static dev.qapi.services.owndata.FieldName.EMPLOYER;
import static dev.qapi.services.owndata.FieldName.FROM;
import static dev.qapi.services.owndata.FieldName.KIND;
import static dev.qapi.services.owndata.FieldName.NUMBER;
import static dev.qapi.services.owndata.FieldName.STATE;
import static dev.qapi.services.owndata.FieldName.TAX_NUMBER;
import static dev.qapi.services.owndata.FieldName.UNTIL;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.identifier.TaxNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the migration service permits somebody. */
record Permits(
        Match outcome,
        Instant asOf,
        @JsonProperty("complete") boolean whole,
        Sought.Echo subject,
        List<Permit> permits,
        @JsonAnySetter @Nullable Map<String, Object> unread)
        implements Reply {

    public Permits {
        Reply.check(outcome, null, permits);
    }

    @Override
    public List<Permit> entries() {
        return permits;
    }

    record Permit(
            PermitKind kind,
            RegisterNumber number,
            @Nullable RegisterNumber card,
            LocalDate from,
            @Nullable LocalDate until,
            PermitState state,
            @Nullable TaxNumber employerTaxNumber,
            @Nullable String employerName,
            @Nullable String basis)
            implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(KIND, kind)
                    .add(NUMBER, number)
                    .add(CARD, card)
                    .add(FROM, from)
                    .add(UNTIL, until)
                    .add(STATE, state)
                    .add(EMPLOYER, employerName)
                    .add(TAX_NUMBER, employerTaxNumber)
                    .add(BASIS, basis);
        }
    }

    enum PermitKind {
        TEMPORARY_RESIDENCE,
        PERMANENT_RESIDENCE,
        WORK_PERMIT,
        STAY_EXTENSION
    }

    enum PermitState {
        VALID,
        EXPIRED,
        CANCELLED
    }
}
