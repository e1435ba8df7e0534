package dev.qapi.gateway.keys;

import org.springframework.security.oauth2.jwt.JwtException;

/** Whether the token is genuine cannot be said now: its issuer's keys cannot be had. The token is not to be called invalid, and not to be believed. */
public final class KeysUnavailable extends JwtException {

    KeysUnavailable() {
        super("the issuer's keys cannot be had");
    }
}
