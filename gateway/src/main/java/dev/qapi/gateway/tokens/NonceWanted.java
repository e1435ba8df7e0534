package dev.qapi.gateway.tokens;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** The proof repeats no word of ours, or an old one; a client that hears the new one may try again. */
final class NonceWanted extends BadJwtException {

    NonceWanted() {
        super("no nonce");
    }
}
