package dev.qapi.gateway.login;

/**
 * A login that has begun: what its answer will be held against, once.
 *
 * @param state comes back with the answer
 * @param nonce its hash stands in the ID token
 * @param verifier its hash was sent ahead (PKCE, RFC 7636)
 * @param redirectUri where the answer has to arrive
 * @param returnTo the page that the person wanted
 */
record Attempt(String state, String nonce, String verifier, String redirectUri, String returnTo) {

    /** A record's own would print secrets. */
    @Override
    public String toString() {
        return "Attempt[•••]";
    }
}
