package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.AT;
import static dev.qapi.services.owndata.FieldName.DIRECTION;
import static dev.qapi.services.owndata.FieldName.PLACE;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When somebody came and went. */
record Crossings(
        Match outcome,
        Instant asOf,
        @JsonProperty("complete") boolean whole,
        Sought.Echo subject,
        List<Crossing> crossings,
        @JsonAnySetter @Nullable Map<String, Object> unread)
        implements Reply {

    public Crossings {
        Reply.check(outcome, null, crossings);
    }

    @Override
    public List<Crossing> entries() {
        return crossings;
    }

    record Crossing(Direction direction, Instant at, String point) implements Reply.Entry {

        @Override
        public void tell(Fields fields) {
            fields.add(DIRECTION, direction).add(AT, at).add(PLACE, point);
        }
    }

    enum Direction {
        ENTRY,
        EXIT
    }
}
