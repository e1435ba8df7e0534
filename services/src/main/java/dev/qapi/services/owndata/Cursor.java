package dev.qapi.services.owndata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.eservice.Accesses.Mark;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Where a page ended. Nobody has to understand it; whoever makes one up gets no others than their own looks. */
record Cursor(Mark mark) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15})\\.([0-9a-f-]{36})");

    /** @throws Malformed if it is none of ours */
    public static Cursor of(String written) {
        var place = WRITTEN.matcher(decoded(written));
        if (!place.matches()) {
            throw new Malformed(Rule.SHAPE);
        }
        return new Cursor(new Mark(Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2)));
    }

    private static String decoded(String written) {
        try {
            return new String(Base64.getUrlDecoder().decode(written), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed(Rule.SHAPE);
        }
    }

    /** As a query parameter. */
    @JsonValue
    @Override
    public String toString() {
        var place = mark.at().toEpochMilli() + "." + mark.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }
}
