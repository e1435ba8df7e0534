/** What makes personal data useless to whoever steals a store: keyed hashes for names, sealed values for contents. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.crypto;
