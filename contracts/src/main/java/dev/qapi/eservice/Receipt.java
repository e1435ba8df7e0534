package dev.qapi.eservice;

import dev.qapi.identifier.FilingNumber;
import java.time.Instant;

/**
 * What a person holds in hand once it is stored for good. Whatever happens to the register, the filing counts from its time.
 *
 * @param number by which it is known here and to the register
 * @param filedAt when it was accepted, by our clock
 * @param hash {@code sha-256:} and 64 hexadecimal digits, of what was filed as JSON in the form of RFC 8785
 * @param proof all of that signed: a JWS (RFC 7515) of ours, for which {@code /.well-known/jwks.json} has the key
 */
public record Receipt(FilingNumber number, Instant filedAt, String hash, String proof) {}
