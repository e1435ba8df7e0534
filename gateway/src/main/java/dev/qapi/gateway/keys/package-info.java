/** Whose signatures we believe: the public keys of an issuer of tokens, fetched so that neither a flood, a stall nor an outage there hurts here. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.keys;
