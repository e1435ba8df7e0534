package dev.qapi.eservice;

import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person holds in hand once it is stored for good. Whatever happens to the register, the filing counts from its time.
 *
 * @param number by which it is known here and to the register
 * @param filedAt when it was accepted, by our clock
 * @param hash {@code sha-256:} and 64 hexadecimal digits, of what was filed as JSON in the form of RFC 8785
 * @param proof all of that signed: a JWS (RFC 7515) of ours, for which {@code /.well-known/jwks.json} has the key
 * @param supplied the fields that a register was asked for instead of the person, and whether they are its word; absent if there are none
 */
public record Receipt(
        FilingNumber number,
        Instant filedAt,
        String hash,
        String proof,
        @Nullable List<Supplied> supplied) {

    /** The same, which also says where some of what was filed comes from. */
    public Receipt with(@Nullable List<Supplied> supplied) {
        return new Receipt(number, filedAt, hash, proof, supplied);
    }
}
