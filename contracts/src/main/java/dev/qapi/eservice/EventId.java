package dev.qapi.eservice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.util.HexFormat;

/**
 * The name of an event, such as {@code evt_019abc3f7e2KIpvX1t2bWm8Qy5r0ZtHhA}: its place among the events of whom it is for, in the
 * order in which they became known, and something that nobody can guess.
 *
 * @param text sorts as the places do
 */
public record EventId(@JsonValue String text) {

    private static final String PREFIX = "evt_";
    private static final int DIGITS = 11;
    private static final String SHAPE = PREFIX + "[0-9a-f]{11}[A-Za-z0-9_-]{22}";

    /** @throws Malformed if it is none */
    public static EventId of(String text) {
        if (!text.matches(SHAPE)) {
            throw new Malformed(Rule.SHAPE);
        }
        return new EventId(text);
    }

    /**
     * @param place in milliseconds since 1970, or a little later where several became known in the same one
     * @param nonce 22 characters
     */
    public static EventId of(long place, String nonce) {
        return of(PREFIX + HexFormat.of().toHexDigits(place, DIGITS) + nonce);
    }

    /** What comes later for the same owner has a higher one. */
    public long place() {
        return HexFormat.fromHexDigitsToLong(text, PREFIX.length(), PREFIX.length() + DIGITS);
    }
}
