package dev.qapi.mock.wire;

import java.io.InputStream;
import java.time.Duration;

/**
 * What is played instead of one reply.
 *
 * @param pause before its first byte
 * @param start what is sent instead of the bytes that were inspected
 * @param then how {@code start} and the rest of the reply are treated; byte counts begin with {@code start}.
 *     {@link Behaviour.Fixed#SILENT} says nothing more for ever. Those of connecting else make no sense here and pass
 */
public record Spoilt(Duration pause, InputStream start, Behaviour then) {}
