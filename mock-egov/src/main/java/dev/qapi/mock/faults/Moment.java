package dev.qapi.mock.faults;

import java.time.Duration;
import java.time.Instant;

/**
 * What a fault may have to know of the call.
 *
 * @param patience the client's response timeout
 * @param url absolute, as it was asked for
 */
record Moment(Instant now, Duration patience, String url) {}
