package dev.qapi.eservice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount in Azerbaijani manat, written {@code 120.00} on both hops: a JSON number would lose its hundredths.
 *
 * @param amount never negative, with exactly two decimals
 */
public record Manat(BigDecimal amount) {

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,9}\\.[0-9]{2}");

    /** @throws IllegalArgumentException if it is written in any other way */
    @JsonCreator
    public static Manat of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new IllegalArgumentException("not an amount in manat");
        }
        return new Manat(new BigDecimal(written));
    }

    /** As it is written. */
    @JsonValue
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
