package dev.qapi.eservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of an answer comes from.
 *
 * @param register who said it
 * @param via the exchange layer that carried the call
 * @param fetchedAt when it was asked, by our clock
 * @param requestHash the exchange layer's hash of our request, {@code sha-512:…}: proof of what was asked
 */
public record Provenance(
        Register register,
        Register via,
        Instant fetchedAt,
        @Nullable String requestHash) {}
