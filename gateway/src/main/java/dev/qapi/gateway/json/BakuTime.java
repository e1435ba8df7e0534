package dev.qapi.gateway.json;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Moments are told as the clock on the wall of the office shows them, to the second: {@code …T10:04:11+04:00}. */
@JacksonComponent
class BakuTime extends ValueSerializer<Instant> {

    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Baku"));

    @Override
    public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
        json.writeString(WALL_CLOCK.format(moment.truncatedTo(ChronoUnit.SECONDS)));
    }
}
