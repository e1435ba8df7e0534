package dev.qapi.eservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing that people filed was accepted, because of the gateways or their store.
 *
 * @param from the last moment before it at which storing was proven to work
 * @param until the first moment at which it worked again; null while it lasts
 */
public record Outage(Instant from, @Nullable Instant until) {}
